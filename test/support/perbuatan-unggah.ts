import { sidikToken } from '../../src/auth/token';
import { buatTokenTelepon } from '../../src/progres/bukti/unggah/telepon.service';
import { LOGO_UJI } from './berkas-kiriman';
import { masukSebagai, type OrangUji } from './orang';
import type { BahanPerbuatan, Kiriman } from './perbuatan';
import { slotUji, type SlotUji } from './perbuatan-lapor';

type Siapkan = (b: BahanPerbuatan) => Promise<Kiriman>;

const LAPORAN = '/instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode';

const pelapor = (b: BahanPerbuatan) => masukSebagai(b.uji.sumber, [{ instansi: 'SATU', peran: 'pelapor', unit: 'ANAK' }]);

/** A telephone that may send to a draft of that person. @returns its id and its token */
async function telepon(b: BahanPerbuatan, { laporan }: SlotUji, orang: OrangUji): Promise<{ id: string; token: string }> {
  const token = buatTokenTelepon(b.satu);
  const id = await b.sql(
    `INSERT INTO telepon_unggah (id, instansi_id, laporan_id, bagian, token_sidik, oleh_id, oleh_nama, dibuat, berakhir)
     VALUES ($1, $2, $3, 'utama', $4, $5, 'Orang Uji', now(), now() + interval '15 minutes')`,
    [laporan, sidikToken(token).toString('hex'), orang.penggunaId],
  );
  return { id, token };
}

export const PERBUATAN_UNGGAH: Readonly<Record<string, Siapkan>> = {
  [`${LAPORAN}/bukti`]: async (b) => {
    const { jalur } = await slotUji(b, false);
    return b.sebagai(await pelapor(b), `${jalur}/bukti`, { 'tautan:utama:lain': 'https://contoh.go.id/notula' });
  },
  [`${LAPORAN}/bukti/:bukti/lepas`]: async (b) => {
    const { jalur, laporan } = await slotUji(b, true);
    const bukti = await b.sql(
      `INSERT INTO bukti_laporan (id, instansi_id, laporan_id, bagian, jenis, url, nama, surat, cara, oleh_nama, pada)
       VALUES ($1, $2, $3, 'utama', 'tautan', 'https://contoh.go.id/', 'contoh.go.id', false, 'formulir', 'Orang Uji', now())`,
      [laporan],
    );
    return b.sebagai(await pelapor(b), `${jalur}/bukti/${bukti}/lepas`);
  },
  [`${LAPORAN}/telepon`]: async (b) => {
    const { jalur } = await slotUji(b, false);
    return b.sebagai(await pelapor(b), `${jalur}/telepon`);
  },
  [`${LAPORAN}/telepon/:telepon/cabut`]: async (b) => {
    const [slot, orang] = [await slotUji(b, true), await pelapor(b)];
    const { id } = await telepon(b, slot, orang);
    return b.sebagai(orang, `${slot.jalur}/telepon/${id}/cabut`);
  },
  '/t/:token': async (b) => {
    const { token } = await telepon(b, await slotUji(b, true), await pelapor(b));
    return { ...b.tamu(`/t/${token}`, {}), berkas: { ...LOGO_UJI, medan: 'berkas:utama:lain', nama: 'foto.png' } };
  },
};
