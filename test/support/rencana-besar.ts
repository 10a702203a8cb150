import { bacaPaket } from '../../src/paket/paket.baca';
import type { Paket } from '../../src/paket/paket';

export const KEGIATAN_BESAR = 500;

/** A plan of 500 kegiatan, each in eight triwulan of two years, 100 of them wholly reported with evidence: the worst that a page meets. */
export function paketRencanaBesar(): Paket {
  const jadwal = [2024, 2025].flatMap((tahun) => [1, 2, 3, 4].map((ke) => `${tahun}-TW${ke}`));
  const kegiatan = Array.from({ length: KEGIATAN_BESAR }, (_, i) => ({
    kode: `RTL-2024-${String(i + 1).padStart(3, '0')}`,
    uraian: `Penyederhanaan proses bisnis layanan dan revisi standar pelayanan nomor ${i + 1} di lingkungan dinas`,
    jadwal,
    penanggungJawab: [{ unit: `U${i % 40}` }, { unit: `U${(i + 7) % 40}` }],
    keluaran: 'Standar pelayanan yang direvisi',
    indikator: 'Jumlah standar pelayanan yang ditetapkan',
  }));
  const prioritas = Array.from({ length: 25 }, (_, i) => ({
    no: i + 1,
    judul: `Prioritas ${i + 1}`,
    unsur: i % 5 === 4 ? [] : [`U${(i % 9) + 1}`],
    alasan: 'Uji',
    kegiatan: kegiatan.slice(i * 20, i * 20 + 20),
  }));
  const status = ['sudah', 'sebagian', 'belum'] as const;
  const realisasi = kegiatan.slice(0, 100).flatMap((k, i) =>
    jadwal.map((periode, ke) => ({
      rencana: 'RTL-2024',
      kegiatan: k.kode,
      periode,
      status: status[(i + ke) % 3],
      deskripsi: `Uraian pelaksanaan ${k.kode} pada ${periode}`,
      hambatan: 'Anggaran terbatas',
      bukti: [1, 2, 3].map((b) => ({ jenis: 'tautan', url: `https://contoh.go.id/${k.kode}/${periode}/${b}` })),
    })),
  );
  return bacaPaket(
    Buffer.from(
      JSON.stringify({
        format: 'tuntas/paket',
        versi: 1,
        instansi: { kode: 'BESAR', nama: 'Dinas Besar', singkatan: 'Besar', kota: 'Jakarta', zonaWaktu: 'Asia/Jakarta' },
        unit: Array.from({ length: 40 }, (_, i) => ({ kode: `U${i}`, nama: `Bidang Pelayanan Nomor ${i}`, jenis: 'bidang' })),
        survei: [
          {
            kode: 'SKM-2023',
            judul: 'SKM 2023',
            instrumen: 'PERMENPAN-14-2017',
            periode: { jenis: 'tahun', tahun: 2023 },
            nilaiUnsur: Array.from({ length: 9 }, (_, i) => ({ unsur: `U${i + 1}`, nilai: 80 + i })),
          },
        ],
        rencana: [
          {
            kode: 'RTL-2024',
            judul: 'Rencana besar',
            survei: 'SKM-2023',
            satuanJadwal: 'triwulan',
            status: 'ditetapkan',
            prioritas,
          },
        ],
        realisasi,
      }),
    ),
  );
}
