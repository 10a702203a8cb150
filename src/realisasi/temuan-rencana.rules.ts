import { bulatkan, rasional, teksIndonesia } from '../shared/desimal';
import { hariTerakhir, tanggalIndonesia, tanggalSah } from '../shared/tanggal';
import { rentangJadwal } from '../rtl/jadwal.rules';
import { periksaPrioritas } from '../rtl/temuan-prioritas.rules';
import type { HasilSurvei } from '../survei/skor.rules';
import { hitungRealisasi, type KeadaanKegiatan } from './realisasi.rules';
import type { BerkasRencana, HasilRencana } from './hasil.rules';
import { sebutkan, type Temuan } from '../survei/temuan.rules';

type HasilDiperiksa = Pick<HasilRencana, 'realisasi' | 'kegiatan'>;

/** The checks of DOMAIN section 7 on priorities, plan and the paper itself. */
export function periksaRencana(berkas: BerkasRencana, hasil: HasilDiperiksa, survei: HasilSurvei | null): Temuan[] {
  return [
    ...periksaPrioritas(berkas.rencana, survei?.unsur ?? [], berkas.instansi.pengaturan?.jumlahPrioritas),
    ...hasil.kegiatan.flatMap(periksaKelengkapan),
    ...periksaStatusRencana(berkas),
    ...periksaNaskah(berkas, hasil),
  ];
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
