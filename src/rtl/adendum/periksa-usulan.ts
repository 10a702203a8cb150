import type { Tempat } from '../../organisasi/tempat';
import { GalatPengguna } from '../../shared/galat';
import { GalatRencanaBerubah } from '../susun/galat-usang';
import { masalahKegiatan, rapikanIsi, type IsiKegiatan } from '../susun/isi-kegiatan.rules';
import { semuaTersusun, type KegiatanTersusun, type RencanaTersusun } from '../susun/susunan';
import type { Acuan } from '../susun/susunan.query';
import type { UsulanAdendumEntity } from '../usulan-adendum.entity';
import { masalahGeserKini, masalahLewat } from './geser.rules';
import { isiKegiatanAdendum, kegiatanAdendum, type IsiAdendum } from './isi-adendum';

/** Whether it was this very person who proposed it: another one decides on it. */
export function pengusulnya(usulan: Pick<UsulanAdendumEntity, 'olehId'>, { pelaku }: Pick<Tempat, 'pelaku'>): boolean {
  return usulan.olehId !== null && usulan.olehId === pelaku.penggunaId;
}

/**
 * Why a proposal cannot be approved any more: everything that was asked when it was made, asked again of the plan as it is today. A
 * sentence that says what to do; null when nothing stands in the way.
 */
export function halanganUsulan(
  kini: RencanaTersusun,
  usulan: Pick<UsulanAdendumEntity, 'isi' | 'kegiatanId' | 'versiKegiatan'>,
  acuan: Acuan,
  hariIni: string,
): string | null {
  const sebab = sebabHalangan(kini, usulan, acuan, hariIni);
  return sebab === null ? null : `${sebab}. Tolak usulan ini, lalu minta usulan baru.`;
}

/** @throws {GalatPengguna} for who proposed it @throws {GalatRencanaBerubah} when it cannot be approved any more */
export function pastikanDapatDisetujui(tempat: Tempat, kini: RencanaTersusun, usulan: UsulanAdendumEntity, acuan: Acuan): void {
  if (pengusulnya(usulan, tempat))
    throw new GalatPengguna('Usulan adendum ini Anda sendiri yang mengajukan; persetujuannya oleh pimpinan yang lain.');
  const halangan = halanganUsulan(kini, usulan, acuan, tempat.hariIni);
  if (halangan !== null) throw new GalatRencanaBerubah(halangan);
}

/** @throws {GalatPengguna} for anybody but who proposed it */
export function pastikanPengusul(usulan: UsulanAdendumEntity, tempat: Tempat): void {
  if (pengusulnya(usulan, tempat)) return;
  throw new GalatPengguna(`Usulan ini milik ${usulan.olehNama}; hanya pengusulnya yang dapat menariknya.`);
}

function sebabHalangan(
  kini: RencanaTersusun,
  { isi, kegiatanId, versiKegiatan }: Pick<UsulanAdendumEntity, 'isi' | 'kegiatanId' | 'versiKegiatan'>,
  acuan: Acuan,
  hariIni: string,
): string | null {
  const sasaran = kegiatanId === null ? null : semuaTersusun(kini).find((k) => k.id === kegiatanId);
  if (sasaran === undefined || (sasaran && sasaran.versi !== versiKegiatan))
    return `Kegiatan ${kegiatanAdendum(isi)} sudah berubah sejak diusulkan`;
  if (isi.jenis === 'dibatalkan') return null;
  if (isi.jenis === 'digeser') {
    const lama = sasaran?.isi.jadwal ?? [];
    return masalahGeserKini({ lama, diminta: isi.jadwal, satuan: kini.satuanJadwal, hariIni });
  }
  const baru = isiUsulan(kini, isi, sasaran);
  if (!baru) return `Prioritas ${isi.jenis === 'tambahan' ? isi.prioritas : ''} tidak ada lagi pada rencana ini`;
  const [masalah] = masalahKegiatan(rapikanIsi(baru), acuan, sasaran?.isi);
  const lewat = () => masalahLewat({ lama: sasaran?.isi.jadwal ?? [], diminta: baru.jadwal, satuan: kini.satuanJadwal, hariIni });
  const pesan = masalah ? masalah.pesan : lewat();
  return pesan === null ? null : `Isi usulannya tidak dapat dipakai lagi: ${pesan}`;
}

/** What an addendum brings, as a kegiatan of this plan; null when its prioritas is gone. */
function isiUsulan(
  kini: RencanaTersusun,
  isi: Extract<IsiAdendum, { jenis: 'tambahan' | 'diganti' }>,
  sasaran: KegiatanTersusun | null,
): IsiKegiatan | null {
  if (isi.jenis === 'diganti') return sasaran && isiKegiatanAdendum(sasaran.isi.prioritasId, isi.pengganti, isi);
  const prioritas = kini.prioritas.find((p) => p.no === isi.prioritas);
  return prioritas ? isiKegiatanAdendum(prioritas.id, isi.kegiatan, isi) : null;
}
