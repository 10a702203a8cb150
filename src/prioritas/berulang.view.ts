import type { Tempat } from '../organisasi/tempat';
import { jalurRencana } from '../rtl/halaman/halaman-rtl.view';
import type { Kegiatan } from '../rtl/rtl.rules';
import type { BahanPrioritas } from './bahan-prioritas.query';
import { kalimatBerulang, type TindakLanjutLalu } from './berulang.rules';
import { keadaanKegiatan } from './keadaan-lalu';
import { tandaLalu } from './tanda-lalu.view';

/** The unsur that were low before, each with what the plans of then did about it and what became of it. */
export function berulangView(tempat: Tempat, bahan: BahanPrioritas): object[] {
  const nama = new Map(bahan.usulan.map((u) => [u.unsur, u.nama]));
  return bahan.berulang.map((b) => ({
    kode: b.unsur,
    nama: nama.get(b.unsur) ?? b.unsur,
    kalimat: kalimatBerulang(b),
    survei: `juga pada ${b.sebelumnya.join(', ')}`,
    lalu: b.lalu.map((l) => laluView(tempat, bahan, l)),
  }));
}

function laluView(tempat: Tempat, { keadaan }: BahanPrioritas, { rencana, prioritas, alasanDilewati }: TindakLanjutLalu): object {
  const kegiatan = (k: Kegiatan) => {
    const { status, uraian } = keadaanKegiatan(keadaan, rencana.kode, k.kode);
    const tautan = jalurRencana(tempat, rencana.kode, 'kegiatan', k.kode);
    return { kode: k.kode, uraian: k.uraian, tautan, tanda: tandaLalu(status), laporan: uraian };
  };
  const semua = prioritas.flatMap((p) => p.kegiatan.map(kegiatan));
  return {
    rencana: rencana.kode,
    tautan: jalurRencana(tempat, rencana.kode),
    kegiatan: semua,
    catatan:
      prioritas.length === 0
        ? `Tidak dijadikan prioritas${alasanDilewati === null ? '; alasannya tidak dicantumkan' : `: ${alasanDilewati}`}`
        : semua.length === 0
          ? 'Dijadikan prioritas, tanpa kegiatan'
          : null,
  };
}
