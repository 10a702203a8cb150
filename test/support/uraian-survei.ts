import type { DataSource } from 'typeorm';

/** Respondents as the KASN 2024 report counts them; ages one by one where it has bands, and one ciri that not everybody filled in. */
const PROFIL: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  jenis_kelamin: [
    ['Laki-laki', 168],
    ['Perempuan', 92],
  ],
  usia: [
    ['22', 4],
    ['30', 46],
    ['40', 136],
    ['50', 60],
    ['58', 12],
    ['66', 2],
  ],
  pendidikan: [
    ['SMA', 13],
    ['D3', 11],
    ['S1', 157],
    ['S2', 79],
  ],
  pekerjaan: [
    ['ASN (PNS/PPPK)', 200],
    ['Tidak diisi', 60],
  ],
};

/** Name, respondents, answer to U9, answer to every other unsur. */
const LAYANAN: readonly (readonly [string, number, number, number])[] = [
  ['JPT Wilayah I', 200, 2.5, 3.625],
  ['NKKNet', 29, 3, 3],
  ['=1+1', 27, 4, 3.3333],
  ['Meja depan', 4, 4, 4],
];

/** Stored figures beside a survey's result, as an import leaves them. @param sumber of a superuser */
export async function isiUraian(sumber: DataSource, instansi: string, survei: string): Promise<void> {
  const milik = 'FROM survei s JOIN instansi i ON i.id = s.instansi_id WHERE i.kode = $1 AND s.kode = $2';
  for (const [ciri, isi] of Object.entries(PROFIL)) {
    for (const [urutan, [kelompok, jumlah]] of isi.entries())
      await sumber.query(`INSERT INTO survei_profil (survei_id, instansi_id, ciri, kelompok, urutan, jumlah) SELECT s.id, s.instansi_id, $3, $4, $5, $6 ${milik}`, [instansi, survei, ciri, kelompok, urutan, jumlah]); // prettier-ignore
  }
  for (const [urutan, [layanan, n, u9, lain]] of LAYANAN.entries()) {
    await sumber.query(
      `INSERT INTO survei_layanan_unsur (survei_id, instansi_id, layanan, unsur, urutan, responden, n, jumlah, penyebut)
       SELECT s.id, s.instansi_id, $3, u, $4::int, $5::int, $5::int, CASE u WHEN 'U9' THEN $6::int ELSE $7::int END, 1
       FROM unnest(ARRAY['U1','U2','U3','U4','U5','U6','U7','U8','U9']) u, survei s JOIN instansi i ON i.id = s.instansi_id
       WHERE i.kode = $1 AND s.kode = $2`,
      [instansi, survei, layanan, urutan, n, Math.round(u9 * n), Math.round(lain * n)],
    );
  }
  // Importance: 4 for U9, 3 for U1 and U3, 3,5 for the others; U2 was not asked.
  await sumber.query(
    `UPDATE survei_unsur SET kepentingan_n = 10, kepentingan_jumlah = CASE unsur WHEN 'U9' THEN 40 WHEN 'U1' THEN 30 WHEN 'U3' THEN 35 ELSE 35 END
     WHERE unsur <> 'U2' AND survei_id IN (SELECT s.id ${milik})`,
    [instansi, survei],
  );
}
