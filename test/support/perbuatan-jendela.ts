import { hariIniDi, tambahHari } from '../../src/shared/tanggal';
import { masukSebagai } from './orang';
import type { BahanPerbuatan, Kiriman } from './perbuatan';
import { PERIODE_SLOT_UJI, slotUji } from './perbuatan-lapor';

const TRIWULAN = '/instansi/:instansi/triwulan';

const buka = (): Record<string, string> => {
  const hari = hariIniDi('Asia/Jayapura', new Date());
  return { tindakan: 'buka', mulai: hari, batas: tambahHari(hari, 10), alasan: 'Sesuai surat edaran' };
};

/** The forms of opening and locking, each as it is accepted. */
export const PERBUATAN_JENDELA: Readonly<Record<string, (b: BahanPerbuatan) => Promise<Kiriman>>> = {
  [TRIWULAN]: async (b) => {
    await slotUji(b, false);
    const orang = await masukSebagai(b.uji.sumber, [{ instansi: 'SATU', peran: 'koordinator' }]);
    return b.sebagai(orang, '/instansi/SATU/triwulan', { ...buka(), pilih_1: PERIODE_SLOT_UJI });
  },
  [`${TRIWULAN}/:periode/slot`]: async (b) => {
    const { kegiatan } = await slotUji(b, false);
    const orang = await masukSebagai(b.uji.sumber, [{ instansi: 'SATU', peran: 'koordinator' }]);
    const jalur = `/instansi/SATU/triwulan/${PERIODE_SLOT_UJI}/slot`;
    return b.sebagai(orang, jalur, { ...buka(), pilih_1: `${kegiatan} ${PERIODE_SLOT_UJI}` });
  },
};
