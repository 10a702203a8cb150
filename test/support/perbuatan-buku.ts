import { SusunanQuery } from '../../src/rtl/susun/susunan.query';
import { Transaksi } from '../../src/database/transaksi';
import { masukSebagai } from './orang';
import type { BahanPerbuatan, Kiriman } from './perbuatan';

let nomor = 0;

/** Applying a dry run; what is sent to make one changes nothing of the plan. */
export const PERBUATAN_BUKU: Readonly<Record<string, (b: BahanPerbuatan) => Promise<Kiriman>>> = {
  '/instansi/:instansi/rencana/:rencana/uji/:uji/terapkan': async (b) => {
    const kode = `BUKU-${(nomor += 1)}`;
    const rencana = await b.sql(
      `INSERT INTO rencana (id, instansi_id, urutan, kode, judul, satuan_jadwal, status) VALUES ($1, $2, 9, $3, 'Rencana uji', 'triwulan', 'draf')`,
      [kode],
    );
    const prioritas = await b.sql(
      `INSERT INTO prioritas (id, instansi_id, rencana_id, urutan, no, judul, unsur) VALUES ($1, $2, $3, 0, 1, 'Antrean', '{}')`,
      [rencana],
    );
    const kini = await b.uji.aplikasi
      .get(Transaksi)
      .sebagaiSistem('uji', 'SATU', (id) => b.uji.aplikasi.get(SusunanQuery).rencana(id, kode));
    const isi = { prioritasId: prioritas, uraian: 'Menambah loket', unsur: null, survei: null, jadwal: ['2030-TW1'], penanggungJawab: [], keluaran: null, indikator: null, buktiDiharapkan: [] }; // prettier-ignore
    const uji = await b.sql(
      `INSERT INTO uji_buku (id, instansi_id, rencana_id, sumber, tahun, berkas_kunci, berkas_sidik, sidik, hasil, perubahan, keadaan, oleh_nama, pada)
       VALUES ($1, $2, $3, 'tempelan', 2030, repeat('0', 48), 'x', $4, $5, $6, 'menunggu', 'Orang Uji', now())`,
      [
        rencana,
        kini?.sidik ?? '',
        JSON.stringify({ lembar: null, baris: [], prioritasBaru: [], catatan: [] }),
        JSON.stringify([{ jenis: 'buat', isi }]),
      ],
    );
    const orang = await masukSebagai(b.uji.sumber, [{ instansi: 'SATU', peran: 'koordinator' }]);
    return b.sebagai(orang, `/instansi/SATU/rencana/${kode}/uji/${uji}/terapkan`);
  },
};
