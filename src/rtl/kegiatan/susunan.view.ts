import type { Tempat } from '../../organisasi/tempat';
import { HalamanTidakAda } from '../../shared/galat.view';
import { Halaman } from '../../shared/tampilan/tampilan';
import { jangkar, kueri } from '../../shared/tampilan/tautan';
import { bingkaiRtl, jalurInstansi, jalurRencana, remahRencana } from '../halaman/halaman-rtl.view';
import type { KegiatanTersusun, RencanaTersusun } from '../susun/susunan';
import type { Acuan } from '../susun/susunan.query';
import { horizonTeks } from './kegiatan-formulir.view';
import { namaPj, teksMedan } from './kegiatan-teks';

export function kegiatanTidakAda(tempat: Tempat, rencana: string, kode: string): HalamanTidakAda {
  const kembali = { teks: `Buka rencana ${rencana}`, tautan: jalurRencana(tempat, rencana) };
  return new HalamanTidakAda(`Kegiatan ${kode} tidak ada dalam rencana ${rencana}.`, kembali);
}

/** The plan as those who write it see it: every kegiatan with what may be done to it. */
export function susunanView(tempat: Tempat, rencana: RencanaTersusun, acuan: Acuan): Halaman {
  const draf = rencana.status === 'draf';
  const kunci = {
    draf: null,
    diajukan:
      'Rencana ini sedang diajukan, jadi terkunci. Tarik pengajuannya, atau minta pimpinan mengembalikannya, untuk mengubahnya.',
    ditetapkan: 'Rencana ini sudah ditetapkan, jadi terkunci. Perubahannya diusulkan sebagai adendum.',
  }[rencana.status];
  const alamat = (...akhir: string[]) => jalurRencana(tempat, rencana.kode, ...akhir);
  return new Halaman('rtl/susunan', {
    kerangka: bingkaiRtl(tempat, 'Susun kegiatan', remahRencana(tempat, rencana.kode)),
    judul: 'Susun kegiatan',
    anak: rencana.judul,
    kunci,
    draf,
    tindakan: draf
      ? [
          { teks: 'Buat kegiatan', tautan: alamat('kegiatan-baru'), utama: true },
          { teks: 'Prioritas', tautan: alamat('prioritas'), utama: false },
          { teks: 'Buku kerja', tautan: alamat('buku-kerja'), utama: false },
          { teks: 'Tempel dari Excel', tautan: alamat('tempel'), utama: false },
          { teks: 'Ubah kepala rencana', tautan: alamat('ubah'), utama: false },
          { teks: 'Kelompok unit', tautan: jalurInstansi(tempat, 'kelompok-unit'), utama: false },
          { teks: 'Ajukan', tautan: alamat('ajukan'), utama: false },
        ]
      : [{ teks: 'Buka rencana', tautan: alamat(), utama: false }],
    prioritas: rencana.prioritas.map((p) => ({
      id: `prioritas-${p.no}`,
      judul: `${p.no}. ${p.judul}`,
      unsur: p.unsur.length > 0 ? p.unsur.join(', ') : 'bukan unsur',
      baru: draf ? kueri(alamat('kegiatan-baru'), { prioritas: p.id }) : null,
      kegiatan: p.kegiatan.map((k, i) => ({
        ...barisView(tempat, rencana, acuan, k),
        atas: i === 0,
        bawah: i === p.kegiatan.length - 1,
      })),
    })),
    kosong: rencana.prioritas.length > 0 ? null : { tautan: draf ? alamat('prioritas') : null, ajakan: 'Tetapkan prioritas' },
  });
}

function barisView(tempat: Tempat, rencana: RencanaTersusun, acuan: Acuan, k: KegiatanTersusun): object {
  const alamat = (akhir: string) => jalurRencana(tempat, rencana.kode, 'kegiatan', k.kode, akhir);
  return {
    id: jangkar('kegiatan', k.kode),
    kode: k.kode,
    uraian: k.isi.uraian,
    pj: k.isi.penanggungJawab.map((p) => namaPj(p, acuan)).join('; ') || 'belum ada',
    jadwal: teksMedan(k.isi, 'jadwal', rencana, acuan),
    horizon: horizonTeks(k.isi.jadwal),
    bukti: k.isi.buktiDiharapkan.length,
    ubah: alamat('ubah'),
    hapus: alamat('hapus'),
    salin: alamat('salin'),
    urutan: alamat('urutan'),
  };
}
