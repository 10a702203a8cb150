import { bolehMengisiUntukUnit, bolehMenyusun } from '../../auth/kewenangan.policy';
import type { Pelaku } from '../../auth/pelaku';
import { namaPeriode, periode } from '../../shared/periode';
import { tanggalIndonesia } from '../../shared/tanggal';
import { harusDiperbaiki } from '../jendela/jendela.rules';
import { UTAMA, type Bagian, type TempatLapor, type UnitLapor } from './tempat-lapor';

type Penanggung = Pick<TempatLapor, 'instansi' | 'utama' | 'pendukung'>;

/** The units behind one part of a report; undefined when the slot has no such part. */
export function unitBagian({ utama, pendukung }: Penanggung, bagian: Bagian): readonly UnitLapor[] | undefined {
  if (bagian === UTAMA) return utama;
  const unit = pendukung.find((u) => u.id === bagian);
  return unit && [unit];
}

/** Entering one part: who reports for the unit or answers for it; the coordinator of the whole agency for any. */
export function bolehIsi(pelaku: Pelaku, tempat: Penanggung, bagian: Bagian): boolean {
  const unit = unitBagian(tempat, bagian);
  if (!unit) return false;
  return bolehMenyusun(pelaku, tempat.instansi.id) || unit.some((u) => bolehMengisiUntukUnit(pelaku, u));
}

/** Submitting is for those who enter the utama's part. */
export function bolehAjukanLaporan(pelaku: Pelaku, tempat: Penanggung): boolean {
  return bolehIsi(pelaku, tempat, UTAMA);
}

/** The parts that this person may enter, the utama's first. */
export function bagianPelaku({ pelaku, ...tempat }: TempatLapor): Bagian[] {
  return [UTAMA, ...tempat.pendukung.map((u) => u.id)].filter((bagian) => bolehIsi(pelaku, tempat, bagian));
}

/** Why nobody may enter anything for this slot now, in a sentence that says what to do; null when it is open. */
export function halanganIsi({ rencana, kegiatan, periode: kode, jendela, laporan }: TempatLapor): string | null {
  const nama = namaPeriode(periode(kode));
  if (rencana.status !== 'ditetapkan')
    return `Rencana ${rencana.kode} belum ditetapkan, jadi belum ada yang dilaporkan. Tunggu penetapannya oleh pimpinan.`;
  if (kegiatan.keadaan !== 'berlaku')
    return `Kegiatan ${kegiatan.kode} sudah ${kegiatan.keadaan} dengan adendum, jadi tidak dilaporkan lagi. Lihat adendumnya pada rencana ${rencana.kode}.`;
  if (laporan?.keadaan === 'diajukan')
    return `Laporan ${kegiatan.kode} untuk ${nama} sudah diajukan dan menunggu pemeriksaan, jadi isinya terkunci. Bila perlu diperbaiki, minta pemeriksa mengembalikannya.`;
  if (laporan?.keadaan === 'terverifikasi')
    return `Laporan ${kegiatan.kode} untuk ${nama} sudah terverifikasi, jadi isinya terkunci. Bila keliru, minta pemeriksa mencabut verifikasinya.`;
  if (jendela.keadaan === 'belum_dibuka')
    return `Pelaporan ${nama} belum dibuka${jendela.mulai ? `; dibuka pada ${tanggalIndonesia(jendela.mulai)}` : ''}. Minta koordinator membukanya bila sudah waktunya.`;
  if (jendela.keadaan === 'terkunci' && harusDiperbaiki(laporan?.keadaan))
    return `Laporan ${kegiatan.kode} untuk ${nama} dikembalikan, tetapi sesudah itu pelaporannya dikunci. Minta koordinator membuka slot kegiatan ini, supaya dapat diperbaiki.`;
  if (jendela.keadaan === 'terkunci')
    return `Pelaporan ${nama} sudah ditutup${jendela.batas ? ` sesudah ${tanggalIndonesia(jendela.batas)}` : ''}. Minta koordinator membuka slot kegiatan ini, dengan alasannya.`;
  return null;
}

/** Why this person may not enter this part; null when they may, apart from `halanganIsi`. */
export function bukanBagiannya({ pelaku, ...tempat }: TempatLapor, bagian: Bagian): string | null {
  if (bolehIsi(pelaku, tempat, bagian)) return null;
  const unit = unitBagian(tempat, bagian);
  if (!unit) return 'Bagian laporan ini tidak ada. Muat ulang halamannya.';
  if (unit.length === 0)
    return 'Kegiatan ini tidak punya unit penanggung jawab, jadi koordinator instansi yang melaporkannya. Minta koordinator mengisinya.';
  const nama = bagian === UTAMA ? (tempat.namaUtama ?? '') : (unit[0]?.nama ?? '');
  return `Bagian ini diisi pelapor atau penanggung jawab ${nama}. Minta mereka mengisinya, atau minta admin memberi Anda peran itu.`;
}
