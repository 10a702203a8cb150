import { JUMLAH_PRIORITAS_BAKU } from '../organisasi/organisasi.rules';
import type { HasilUnsur } from '../survei/skor.rules';
import { sebutkan, type Temuan } from '../survei/temuan.rules';
import { seriDiBatas, unsurTerendah } from '../survei/terendah.rules';
import type { Rencana } from './rtl.rules';

/**
 * The checks of DOMAIN section 7 on the priorities of a plan.
 * @param unsur values of the plan's survey; empty when it has none per unsur, or the plan has no survey
 * @param jumlah N of "N lowest"
 */
export function periksaPrioritas(
  rencana: Rencana,
  unsur: readonly HasilUnsur[],
  jumlah: number = JUMLAH_PRIORITAS_BAKU,
): Temuan[] {
  const temuan: Temuan[] = [];
  for (const p of rencana.prioritas) {
    if (p.kegiatan.length === 0) {
      const pesan = `Prioritas ${p.no} (${p.judul}) belum mempunyai kegiatan. Susun kegiatannya atau keluarkan dengan alasan.`;
      temuan.push({ kode: 'prioritas-tanpa-kegiatan', tingkat: 'galat', prioritas: p.no, pesan });
    }
    if (p.unsur.length === 0 && p.alasan === undefined) {
      const pesan = `Prioritas ${p.no} (${p.judul}) bukan unsur survei dan belum diberi alasan. Cantumkan alasannya.`;
      temuan.push({ kode: 'prioritas-tanpa-alasan', tingkat: 'peringatan', prioritas: p.no, pesan });
    }
  }
  if (unsur.length === 0) return temuan;

  const kelompok = unsurTerendah(unsur, jumlah);
  const terendah = new Set(kelompok.flat());
  const dinilai = new Set(unsur.map((u) => u.unsur));
  for (const p of rencana.prioritas) {
    const tanpaNilai = p.unsur.filter((u) => !dinilai.has(u));
    if (tanpaNilai.length > 0) {
      const pesan = `Prioritas ${p.no} (${p.judul}) menyebut ${sebutkan(tanpaNilai)}, yang tidak dinilai dalam survei rencana ini.`;
      temuan.push({ kode: 'unsur-tidak-dinilai', tingkat: 'galat', prioritas: p.no, pesan });
    }
    const lain = p.unsur.filter((u) => dinilai.has(u) && !terendah.has(u));
    if (lain.length > 0 && p.alasan === undefined) {
      const pesan = `Prioritas ${p.no} (${p.judul}) memuat ${sebutkan(lain)}, di luar ${jumlah} unsur dengan nilai terendah, tanpa alasan. Cantumkan alasan penambahannya.`;
      temuan.push({ kode: 'prioritas-bukan-terendah', tingkat: 'peringatan', prioritas: p.no, pesan });
    }
  }
  const dipilih = new Set(rencana.prioritas.flatMap((p) => p.unsur));
  const beralasan = new Set(rencana.dilewati?.map((d) => d.unsur));
  const dilewati = [...terendah].filter((u) => !dipilih.has(u) && !beralasan.has(u));
  if (dilewati.length > 0) {
    const hanyaSeri = seriDiBatas(kelompok, jumlah) && [...terendah].filter((u) => dipilih.has(u)).length >= jumlah;
    temuan.push({
      kode: 'unsur-terendah-dilewati',
      tingkat: hanyaSeri ? 'catatan' : 'peringatan',
      pesan: hanyaSeri
        ? `${sebutkan(dilewati)} bernilai sama dengan unsur terakhir yang dipilih (seri di batas) dan tidak dijadikan prioritas. Cantumkan alasannya.`
        : `${sebutkan(dilewati)} termasuk ${jumlah} unsur dengan nilai terendah, tetapi tidak dijadikan prioritas. Tambahkan atau cantumkan alasannya.`,
    });
  }
  return temuan;
}
