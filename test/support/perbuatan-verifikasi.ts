import { randomUUID } from 'node:crypto';
import { masukSebagai, type OrangUji } from './orang';
import type { BahanPerbuatan, Kiriman } from './perbuatan';
import { slotUji, type SlotUji } from './perbuatan-lapor';

type Siapkan = (b: BahanPerbuatan) => Promise<Kiriman>;

const LAPORAN = '/instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode';

/** A slot whose report was submitted, and in which state it is. */
async function diajukan(b: BahanPerbuatan, status: string, keadaan = 'diajukan'): Promise<SlotUji & { id: string }> {
  const slot = await slotUji(b, true);
  const id = slot.laporan ?? '';
  await b.uji.sumber.query('UPDATE laporan_slot SET keadaan = $2, putaran = 1, versi = 2 WHERE id = $1', [id, keadaan]);
  await b.sql(
    `INSERT INTO pengajuan_laporan (id, instansi_id, laporan_id, putaran, nomor, kunci_kirim, status, isi, sidik, sama_dengan_lalu,
       terlambat, oleh_nama, atas_nama, pada)
     VALUES ($1, $2, $3, 1, $4, 'k', $5, $6, 'x', false, false, 'Pelapor', 'Siti', now())`,
    [id, randomUUID(), status, JSON.stringify({ status, deskripsi: 'Loket dibuka.', kontribusi: [], bukti: [] })],
  );
  return { ...slot, id };
}

const orang = (b: BahanPerbuatan, peran: 'inspektur' | 'pimpinan'): Promise<OrangUji> =>
  masukSebagai(b.uji.sumber, [{ instansi: 'SATU', peran }]);

/** The forms of verifying, each as it is accepted. */
export const PERBUATAN_VERIFIKASI: Readonly<Record<string, Siapkan>> = {
  [`${LAPORAN}/putuskan`]: async (b) => {
    const { jalur } = await diajukan(b, 'sebagian');
    return b.sebagai(await orang(b, 'inspektur'), `${jalur}/putuskan`, { tindakan: 'kembalikan', alasan: 'kurang', versi: '2' });
  },
  [`${LAPORAN}/cabut`]: async (b) => {
    const { jalur } = await diajukan(b, 'sudah', 'terverifikasi');
    return b.sebagai(await orang(b, 'inspektur'), `${jalur}/cabut`, { alasan: 'keliru', versi: '2' });
  },
  [`${LAPORAN}/komentar`]: async (b) => {
    const { jalur } = await diajukan(b, 'sudah');
    return b.sebagai(await orang(b, 'inspektur'), `${jalur}/komentar`, { isi: 'Foto kedua jelas.', dari: '' });
  },
  [`${LAPORAN}/tidak-dapat`]: async (b) => {
    const { jalur } = await diajukan(b, 'tidak_dapat');
    const isian = { tindakan: 'tolakTidakDapat', alasan: 'suratnya belum sah', unit: '', mulai: '', versi: '2' };
    return b.sebagai(await orang(b, 'pimpinan'), `${jalur}/tidak-dapat`, isian);
  },
  [`${LAPORAN}/tidak-dapat/cabut`]: async (b) => {
    const { jalur } = await diajukan(b, 'tidak_dapat', 'terverifikasi');
    return b.sebagai(await orang(b, 'pimpinan'), `${jalur}/tidak-dapat/cabut`, { alasan: 'keliru', versi: '2' });
  },
  '/instansi/:instansi/verifikasi/banyak': async (b) => {
    const { id } = await diajukan(b, 'sebagian');
    const pemeriksa = await orang(b, 'inspektur');
    await fetch(`${b.uji.alamat}/instansi/SATU/verifikasi?slot=${id}`, { headers: pemeriksa.kepala });
    return b.sebagai(pemeriksa, '/instansi/SATU/verifikasi/banyak', { [`pilih.${id}`]: 'ya' });
  },
};
