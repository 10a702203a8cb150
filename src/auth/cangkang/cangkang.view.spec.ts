import { PERAN, type InstansiPelaku, type Pelaku, type Peran } from '../pelaku';
import { cangkangView } from './cangkang.view';

const KASN = { id: 'a', kode: 'KASN', nama: 'Komisi', singkatan: 'KASN', jabatan: 'Plt. Kepala Biro' };
const GANJIL = { id: 'b', kode: 'A/B "<i>', nama: 'Ganjil', singkatan: 'Ganjil', jabatan: null };

function pelaku(peran: readonly (readonly [string, Peran])[], operator = false, nama = 'Siti Aminah, S.E.'): Pelaku {
  return {
    penggunaId: 'p',
    nama,
    surel: 's@kasn.go.id',
    operator,
    sesiId: 's',
    instansi: [],
    peran: peran.map(([instansiId, p]) => ({ instansiId, peran: p, unitId: null })),
  };
}

interface Bahan {
  readonly pelaku: Pelaku | null;
  readonly instansi: readonly InstansiPelaku[];
  readonly alamat: string;
}

const cangkang = ({ pelaku: orang, instansi, alamat }: Bahan) =>
  cangkangView({ pelaku: orang && { ...orang, instansi }, alamat });

function teksNav(...isi: Parameters<typeof cangkang>): string[] {
  const { nav } = cangkang(...isi);
  return [...(nav?.utama ?? []), ...(nav?.lagi ?? [])].map((b) => b.teks);
}

describe('navigasi', () => {
  const umum = ['Ringkasan', 'Rencana', 'Survei', 'Organisasi'];
  const pemeriksa = ['Tugas saya', 'Ringkasan', 'Rencana', 'Verifikasi', 'Survei', 'Organisasi'];
  it.each([
    ['pelapor', ['Tugas saya', ...umum]],
    ['penanggung_jawab', ['Tugas saya', ...umum]],
    ['koordinator', pemeriksa],
    ['pimpinan', ['Tugas saya', 'Dasbor', 'Rencana', 'Survei', 'Organisasi', 'Log audit']],
    ['inspektur', [...pemeriksa, 'Log audit']],
    ['admin', [...umum, 'Log audit']],
  ] as const)('%s melihat hanya yang boleh dibukanya', (peran, harap) => {
    expect(teksNav({ pelaku: pelaku([['a', peran]]), instansi: [KASN], alamat: '/instansi/KASN' })).toEqual(harap);
  });

  it('operator tanpa peran melihat instalasi, tidak satu pun isi instansi', () => {
    expect(teksNav({ pelaku: pelaku([], true), instansi: [], alamat: '/instalasi' })).toEqual(['Instalasi', 'Log audit']);
  });

  it('paling banyak tujuh, juga bagi yang memegang semuanya; yang kelima dan seterusnya menunggu di balik satu tombol', () => {
    const semua = pelaku([...PERAN.map((p) => ['a', p] as const), ['b', 'admin']], true);
    const { nav } = cangkang({ pelaku: semua, instansi: [KASN, GANJIL], alamat: '/instansi/KASN' });
    expect([nav?.utama.length, nav?.lagi?.length]).toEqual([4, 3]);
  });

  it('peran di satu instansi tidak menambah apa pun di instansi lain', () => {
    const orang = pelaku([
      ['a', 'admin'],
      ['b', 'pelapor'],
    ]);
    expect(teksNav({ pelaku: orang, instansi: [KASN, GANJIL], alamat: '/instansi/A%2FB%20%22%3Ci%3E' })).not.toContain(
      'Log audit',
    );
  });

  it('menandai halaman dan induknya, dengan segala cara peramban menulis alamatnya', () => {
    const kini = (alamat: string) =>
      cangkang({ pelaku: pelaku([['b', 'admin']]), instansi: [GANJIL], alamat }).nav?.utama.flatMap((b) =>
        b.kini ? [[b.teks, b.kini]] : [],
      );
    expect(kini('/instansi/A%2fB%20%22%3ci%3e')).toEqual([['Ringkasan', 'page']]);
    expect(kini('/instansi/A%2FB%20%22%3Ci%3E/rencana/X')).toEqual([['Rencana', 'true']]);
    expect(kini('/instansi/A%2FB%20%22%3Ci%3E/organisasi?x=1')).toEqual([['Organisasi', 'page']]);
    expect(kini('/instansi/%zz')).toEqual([]);
  });
});

describe('konteks', () => {
  const orang = pelaku([
    ['a', 'inspektur'],
    ['b', 'inspektur'],
  ]);

  it('tahun dan triwulan ikut ke halaman lain dan ke instansi lain; yang bukan keduanya tertinggal', () => {
    const { nav, instansi } = cangkang({
      pelaku: orang,
      instansi: [KASN, GANJIL],
      alamat: '/instansi/KASN/rencana/R?tw=2024-TW2&status=sudah',
    });
    expect(nav?.utama[2]?.tautan).toBe('/instansi/KASN/rencana?tw=2024-TW2');
    expect(instansi?.pilihan?.map((p) => [p.tautan, p.kini])).toEqual([
      ['/instansi/KASN?tw=2024-TW2', true],
      ['/instansi/A%2FB%20%22%3Ci%3E?tw=2024-TW2', false],
    ]);
    const salah = cangkang({ pelaku: orang, instansi: [KASN, GANJIL], alamat: '/instansi/KASN?tw="><b>&tahun=abc' });
    expect(salah.nav?.utama[0]?.tautan).toBe('/instansi/KASN/tugas');
  });

  it('instansi yang bukan milik orang itu tidak pernah disebut; yang hanya punya satu selalu berada di dalamnya', () => {
    expect(cangkang({ pelaku: orang, instansi: [KASN, GANJIL], alamat: '/instansi/BKN' }).instansi).toBeNull();
    const satu = cangkang({ pelaku: pelaku([['a', 'admin']]), instansi: [KASN], alamat: '/akun' });
    expect(satu.instansi).toEqual({ nama: 'Komisi', pilihan: null });
    expect(satu.akun).toMatchObject({ inisial: 'SS', sebagai: 'Plt. Kepala Biro · Admin' });
  });

  it('tamu tidak mendapat apa-apa selain jalan masuk', () => {
    const tamu = cangkang({ pelaku: null, instansi: [], alamat: '/instansi/KASN?tw=2024-TW1' });
    expect(tamu).toEqual({ instansi: null, nav: null, akun: null, masuk: '/masuk' });
    expect(cangkang({ pelaku: null, instansi: [], alamat: '/masuk?lanjut=%2F' }).masuk).toBeNull();
  });
});
