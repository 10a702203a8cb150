import { bulatkan, rasional, teksIndonesia } from '../shared/desimal';
import { hariTerakhir, tanggalIndonesia, tanggalSah } from '../shared/tanggal';
import { JUMLAH_PRIORITAS_BAKU } from '../organisasi/organisasi.rules';
import { seriDiBatas, unsurTerendah } from '../prioritas/terendah.rules';
import { rentangJadwal } from '../rtl/jadwal.rules';
import type { HasilSurvei } from '../survei/skor.rules';
import { hitungRealisasi, type KeadaanKegiatan } from './realisasi.rules';
import type { BerkasRencana, HasilRencana } from './hasil.rules';
import { sebutkan, type Temuan } from '../survei/temuan.rules';

type HasilDiperiksa = Pick<HasilRencana, 'realisasi' | 'kegiatan'>;

/** The checks of DOMAIN section 7 on priorities, plan and the paper itself. */
export function periksaRencana(berkas: BerkasRencana, hasil: HasilDiperiksa, survei: HasilSurvei | null): Temuan[] {
  return [
    ...periksaPrioritas(berkas, survei),
    ...hasil.kegiatan.flatMap(periksaKelengkapan),
    ...periksaStatusRencana(berkas),
    ...periksaNaskah(berkas, hasil),
  ];
}

function periksaPrioritas({ rencana, instansi }: BerkasRencana, survei: HasilSurvei | null): Temuan[] {
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
  if (!survei || survei.unsur.length === 0) return temuan;

  const jumlah = instansi.pengaturan?.jumlahPrioritas ?? JUMLAH_PRIORITAS_BAKU;
  const kelompok = unsurTerendah(survei.unsur, jumlah);
  const terendah = new Set(kelompok.flat());
  const dinilai = new Set(survei.unsur.map((u) => u.unsur));
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

function periksaKelengkapan({ kegiatan }: KeadaanKegiatan): Temuan[] {
  const temuan: Temuan[] = [];
  const { kode } = kegiatan;
  if (kegiatan.jadwal.length === 0) {
    const pesan = `Kegiatan ${kode} tidak mempunyai jadwal, sehingga ketepatan waktunya tidak dapat dinilai. Lengkapi jadwalnya.`;
    temuan.push({ kode: 'kegiatan-tanpa-jadwal', tingkat: 'peringatan', kegiatan: kode, pesan });
  }
  if (kegiatan.penanggungJawab.length === 0) {
    const pesan = `Kegiatan ${kode} tidak mempunyai penanggung jawab. Tetapkan unit penanggung jawabnya.`;
    temuan.push({ kode: 'kegiatan-tanpa-penanggung-jawab', tingkat: 'peringatan', kegiatan: kode, pesan });
  }
  return temuan;
}

function periksaStatusRencana({ rencana, realisasi }: BerkasRencana): Temuan[] {
  if (rencana.status === 'ditetapkan' || realisasi.length === 0) return [];
  const pesan = `Rencana berstatus ${rencana.status}, padahal realisasinya sudah dilaporkan. Penyebut baru tetap setelah rencana ditetapkan.`;
  return [{ kode: 'rencana-belum-ditetapkan', tingkat: 'peringatan', pesan }];
}

/** What the papers state: their percentage, each as of its own day, their date, their signatory. */
function periksaNaskah(
  { rencana, realisasi: laporanUnit, laporan }: BerkasRencana,
  { realisasi, kegiatan }: HasilDiperiksa,
): Temuan[] {
  const temuan: Temuan[] = [];
  for (const l of laporan) {
    const terhitung = hitungRealisasi(rencana, laporanUnit, realisasi.aturan, hariTerakhir(l.tanggal)).persen;
    if (l.persenTertulis !== undefined && terhitung) {
      const desimal = Math.min(2, String(l.persenTertulis).split('.')[1]?.length ?? 0);
      if (!bulatkan(terhitung, desimal).equals(bulatkan(rasional(l.persenTertulis), desimal))) {
        const pesan = `Laporan bertanggal ${tanggalIndonesia(l.tanggal)} menyatakan ${teksIndonesia(rasional(l.persenTertulis))}%, sedangkan menurut tabelnya ${teksIndonesia(terhitung)}%. Samakan angka atau nyatakan aturan hitungnya.`;
        temuan.push({ kode: 'persen-berbeda', tingkat: 'galat', pesan });
      }
    }
    const sesudah = kegiatan
      .filter((k) => (rentangJadwal(k.kegiatan.jadwal)?.akhir ?? '') > hariTerakhir(l.tanggal))
      .map((k) => k.kegiatan.kode);
    if (sesudah.length > 0) {
      const pesan = `Laporan bertanggal ${tanggalIndonesia(l.tanggal)}, sebelum jadwal ${sesudah.length} kegiatan berakhir: ${sebutkan(sesudah)}.`;
      temuan.push({ kode: 'laporan-sebelum-jadwal-berakhir', tingkat: 'catatan', daftarKegiatan: sesudah, pesan });
    }
    const { nip } = l.penandatangan;
    if (nip !== undefined && !nipMasukAkal(nip)) {
      temuan.push({
        kode: 'nip-janggal',
        tingkat: 'peringatan',
        pesan: `NIP ${nip} tidak lazim; periksa 18 angkanya (lahir, TMT, jenis kelamin, nomor urut).`,
      });
    }
  }
  return temuan;
}

/**
 * 18 digits: birth date, TMT (year and month; 21 in the month's place for PPPK), sex 1 or 2, serial; spaces between the groups are
 * allowed. A warning only: real reports print impossible ones (DOMAIN section 7).
 */
export function nipMasukAkal(nip: string): boolean {
  const m = /^(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])(\d{3})$/.exec(nip.replace(/[\s.]/g, ''));
  if (!m) return false;
  const [, tahun = '', bulan = '', hari = '', tahunTmt = '', bulanTmt = ''] = m;
  const umur = Number(tahunTmt) - Number(tahun);
  const tmtSah = bulanTmt === '21' || (Number(bulanTmt) >= 1 && Number(bulanTmt) <= 12);
  return tanggalSah(`${tahun}-${bulan}-${hari}`) && tmtSah && umur >= 16 && umur <= 60;
}
