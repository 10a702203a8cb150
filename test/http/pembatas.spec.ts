import { PembatasService } from '../../src/auth/pembatas/pembatas.service';
import { BATAS } from '../../src/auth/pembatas/jeda.rules';
import { Jam } from '../../src/shared/jam';
import { bukaBasisDataUji, type BasisDataUji } from '../support/basisdata';

let uji: BasisDataUji;
let pembatas: PembatasService;
const jam = new Jam();

beforeAll(async () => {
  uji = await bukaBasisDataUji();
  pembatas = new PembatasService(uji.sumberAplikasi, jam);
});
afterAll(() => uji.tutup());
afterEach(() => jest.restoreAllMocks());

const pukul = (ms: number) => jest.spyOn(jam, 'sekarang').mockReturnValue(new Date(Date.UTC(2026, 0, 1) + ms));

test('of attempts at once, the one that looked at the clock earlier and came later is not made to wait', async () => {
  pukul(20);
  expect(await pembatas.ambil([['tautanAlamat', 'a']])).toBe(0);
  pukul(0);
  expect(await pembatas.ambil([['tautanAlamat', 'a']])).toBe(0);
});

test('many at once: as many as are free, no more, whatever the order', async () => {
  let ke = 0;
  jest.spyOn(jam, 'sekarang').mockImplementation(() => new Date(Date.UTC(2026, 0, 1) + ((ke += 7) % 30)));
  const hasil = await Promise.all(Array.from({ length: 20 }, () => pembatas.ambil([['totp', 'b']])));
  expect(hasil.filter((detik) => detik === 0)).toHaveLength(BATAS.totp.bebas);
});
