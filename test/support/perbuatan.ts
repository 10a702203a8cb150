import { randomUUID } from 'node:crypto';
import { Jam } from '../../src/shared/jam';
import { SandiService } from '../../src/auth/sandi/sandi.service';
import { buatToken, sidikToken } from '../../src/auth/token';
import { kodeTotp } from '../../src/auth/totp/totp';
import type { AplikasiUji } from './aplikasi';
import { LOGO_UJI, type BerkasKiriman } from './berkas-kiriman';
import { masukSebagai, tokenFormulir, type OrangUji } from './orang';
import { PERBUATAN_SARAN } from './perbuatan-saran';
import { PERBUATAN_SURVEI } from './perbuatan-survei';
import { SANDI_UJI } from './pengguna-uji';

const SANDI_BARU = 'gemericik hulu tapal menara';

/** A request that would succeed: what its form sends, and who sends it. */
export interface Kiriman {
  readonly jalur: string;
  readonly isian: Readonly<Record<string, string>>;
  readonly kepala: Readonly<Record<string, string>>;
  readonly csrf: string;
  readonly berkas?: BerkasKiriman;
}

/** What is there to act on, in the agency SATU, made as no page makes it. */
export class BahanPerbuatan {
  private constructor(
    readonly uji: AplikasiUji,
    readonly satu: string,
    readonly unit: Readonly<Record<string, string>>,
    private readonly sandi: string,
  ) {}

  static async siapkan(uji: AplikasiUji, instansiId: string): Promise<BahanPerbuatan> {
    const daftar = await uji.sumber.query<{ kode: string; id: string }[]>('SELECT kode, id FROM unit WHERE instansi_id = $1', [
      instansiId,
    ]);
    const unit = Object.fromEntries(daftar.map((u) => [u.kode, u.id]));
    return new BahanPerbuatan(uji, instansiId, unit, await new SandiService().buat(SANDI_UJI));
  }

  async sql(perintah: string, isi: readonly unknown[]): Promise<string> {
    const id = randomUUID();
    await this.uji.sumber.query(perintah, [id, this.satu, ...isi]);
    return id;
  }

  /** Somebody of the agency, with a password. */
  async orang(peran: 'admin' | 'pimpinan' | 'koordinator' = 'admin', operator = false): Promise<OrangUji> {
    const orang = await masukSebagai(this.uji.sumber, operator ? [] : [{ instansi: 'SATU', peran }], { operator });
    await this.uji.sumber.query('UPDATE pengguna SET sandi = $2 WHERE id = $1', [orang.penggunaId, this.sandi]);
    return orang;
  }

  sebagai(orang: OrangUji, jalur: string, isian: Record<string, string> = {}, berkas?: BerkasKiriman): Kiriman {
    return { jalur, isian, kepala: orang.kepala, csrf: orang.csrf, ...(berkas ? { berkas } : {}) };
  }

  async admin(akhir: string, isian: Record<string, string> = {}, berkas?: BerkasKiriman): Promise<Kiriman> {
    return this.sebagai(await this.orang(), `/instansi/SATU/${akhir}`, isian, berkas);
  }

  /** Before signing in. */
  tamu(jalur: string, isian: Record<string, string>): Kiriman {
    const token = buatToken();
    return { jalur, isian, kepala: { cookie: `tuntas_tamu=${token}` }, csrf: tokenFormulir('tamu', token) };
  }

  unitBaru(kode: string): Promise<string> {
    return this.sql(
      `INSERT INTO unit (id, instansi_id, urutan, kode, nama, jenis) VALUES ($1, $2, 9, $3, 'Unit uji', 'bagian')`,
      [kode],
    );
  }

  async jabatan(): Promise<string> {
    const id = await this.sql(
      `INSERT INTO jabatan (id, instansi_id, unit_id, urutan, nama, memimpin) VALUES ($1, $2, $3, 5, 'Kepala uji', false)`,
      [this.unit['ANAK']],
    );
    await this.sql(`INSERT INTO nama_jabatan (id, instansi_id, jabatan_id, nama) VALUES ($1, $2, $3, 'Kepala uji')`, [id]);
    await this.sql(`INSERT INTO letak_jabatan (id, instansi_id, jabatan_id, unit_id, memimpin) VALUES ($1, $2, $3, $4, false)`, [
      id,
      this.unit['ANAK'],
    ]);
    return id;
  }

  async penugasan(jabatan?: string): Promise<string> {
    const { penggunaId } = await this.orang('pimpinan');
    return this.sql(
      `INSERT INTO penugasan (id, instansi_id, jabatan_id, pengguna_id, status, nama, mulai)
       VALUES ($1, $2, $3, $4, 'definitif', 'Pejabat uji', '2024-01-01')`,
      [jabatan ?? (await this.jabatan()), penggunaId],
    );
  }

  mutasi(penugasan: string, admin: OrangUji): Promise<string> {
    return this.sql(
      `INSERT INTO mutasi (id, instansi_id, penugasan_id, tanggal, alasan, status, pilihan, dibuat_oleh, dibuat_pada)
       VALUES ($1, $2, $3, '2025-04-01', 'SK', 'draf', '[]', $4, now())`,
      [penugasan, admin.penggunaId],
    );
  }

  async tautan(jenis: 'undangan' | 'atur_ulang' | 'undangan_peran'): Promise<string> {
    const token = buatToken();
    const { penggunaId } = await this.orang('pimpinan');
    const undangan = jenis === 'undangan_peran' ? await this.undangan(penggunaId, 'disetujui') : null;
    await this.uji.sumber.query(
      `INSERT INTO tautan_akun (id, pengguna_id, jenis, sidik, undangan_id, dibuat, berakhir)
       VALUES ($1, $2, $3, $4, $5, now(), now() + interval '1 day')`,
      [randomUUID(), penggunaId, jenis, sidikToken(token), undangan],
    );
    return token;
  }

  /** An invitation to a role for somebody who has an account. */
  undangan(penggunaId: string, keadaan: 'menunggu' | 'disetujui'): Promise<string> {
    return this.sql(
      `INSERT INTO undangan_peran (id, instansi_id, instansi_nama, pengguna_id, nama, peran, mulai, pengundang_nama, dibuat, berakhir, keadaan, dijawab)
       VALUES ($1, $2, 'Instansi SATU', $3, 'Orang Uji', 'koordinator', '2024-01-01', 'Admin', now(), now() + interval '1 day', $4,
         CASE $4 WHEN 'menunggu' THEN NULL ELSE now() END)`,
      [penggunaId, keadaan],
    );
  }

  /** Sends it as it is. */
  kirim(kiriman: Kiriman, kepala: Record<string, string> = {}): Promise<Response> {
    const { jalur, isian, csrf, berkas } = kiriman;
    const medan = { _csrf: csrf, ...isian };
    let badan: URLSearchParams | FormData = new URLSearchParams(medan);
    if (berkas !== undefined) {
      badan = new FormData();
      for (const [nama, nilai] of Object.entries(medan)) badan.append(nama, nilai);
      badan.append(berkas.medan, new Blob([berkas.isi]), berkas.nama);
    }
    return fetch(this.uji.alamat + jalur, {
      method: 'POST',
      body: badan,
      redirect: 'manual',
      headers: { accept: 'text/html', ...kiriman.kepala, ...kepala },
    });
  }

  /** The secret of a second factor that is being set up. */
  async rahasiaTotp(orang: Pick<OrangUji, 'kepala'>): Promise<string> {
    const html = await (await fetch(`${this.uji.alamat}/akun/totp`, { headers: orang.kepala })).text();
    return (/Rahasia: <code[^>]*>([^<]+)</.exec(html)?.[1] ?? '').replace(/ /g, '');
  }

  /** With a second factor that was set up half a minute ago: a code works once. */
  async orangBertotp(): Promise<{ orang: OrangUji; rahasia: string }> {
    const orang = await this.orang('pimpinan');
    const rahasia = await this.rahasiaTotp(orang);
    const kode = kodeTotp(rahasia, this.uji.aplikasi.get(Jam).sekarang());
    const jawaban = await this.kirim({ ...orang, jalur: '/akun/totp', isian: { kode, kini: SANDI_UJI } });
    if (jawaban.status !== 200) throw new Error(`TOTP tidak terpasang: ${jawaban.status}`);
    await this.uji.sumber.query('UPDATE pengguna SET totp_langkah = totp_langkah - 1 WHERE id = $1', [orang.penggunaId]);
    return { orang: { ...orang, ...sesiBaru(jawaban) }, rahasia };
  }
}

/** The session that an answer hands over. */
function sesiBaru(jawaban: Response): Pick<OrangUji, 'kepala' | 'csrf'> {
  const token = /tuntas_sesi=([^;]+)/.exec(jawaban.headers.getSetCookie().join('\n'))?.[1] ?? '';
  return { kepala: { cookie: `tuntas_sesi=${token}` }, csrf: tokenFormulir('sesi', token) };
}

export type Siapkan = (b: BahanPerbuatan) => Promise<Kiriman>;
const ORGANISASI = '/instansi/:instansi/organisasi';

/** Every form of the application that is sent, each as it is accepted. */
export const PERBUATAN: Readonly<Record<string, Siapkan>> = {
  '/akun/nama': async (b) => b.sebagai(await b.orang(), '/akun/nama', { nama: 'Nama Baru' }),
  '/akun/sandi': async (b) =>
    b.sebagai(await b.orang(), '/akun/sandi', { kini: SANDI_UJI, sandi: SANDI_BARU, ulang: SANDI_BARU }),
  '/akun/sesi/:sesi/akhiri': async (b) => {
    const orang = await b.orang();
    const [s] = await b.uji.sumber.query<{ id: string }[]>('SELECT id FROM sesi WHERE pengguna_id = $1', [orang.penggunaId]);
    return b.sebagai(orang, `/akun/sesi/${s?.id}/akhiri`);
  },
  '/akun/sesi/akhiri-lain': async (b) => {
    const orang = await b.orang();
    await b.kirim(b.tamu('/masuk', { surel: orang.surel, sandi: SANDI_UJI }));
    return b.sebagai(orang, '/akun/sesi/akhiri-lain');
  },
  '/akun/totp/kode': async (b) => b.sebagai((await b.orangBertotp()).orang, '/akun/totp/kode', { kini: SANDI_UJI }),
  '/akun/totp/lepas': async (b) => b.sebagai((await b.orangBertotp()).orang, '/akun/totp/lepas', { kini: SANDI_UJI }),
  '/akun/undangan/:undangan/terima': async (b) => {
    const orang = await b.orang('pimpinan');
    return b.sebagai(orang, `/akun/undangan/${await b.undangan(orang.penggunaId, 'menunggu')}/terima`);
  },
  '/akun/undangan/:undangan/tolak': async (b) => {
    const orang = await b.orang('pimpinan');
    return b.sebagai(orang, `/akun/undangan/${await b.undangan(orang.penggunaId, 'menunggu')}/tolak`);
  },
  '/masuk/totp': async (b) => {
    const { orang, rahasia } = await b.orangBertotp();
    const setengah = sesiBaru(await b.kirim(b.tamu('/masuk', { surel: orang.surel, sandi: SANDI_UJI })));
    const kode = kodeTotp(rahasia, b.uji.aplikasi.get(Jam).sekarang());
    return { ...setengah, jalur: '/masuk/totp', isian: { kode } };
  },
  '/undangan-peran/:token': async (b) =>
    b.tamu(`/undangan-peran/${await b.tautan('undangan_peran')}`, { kini: SANDI_UJI, sandi: SANDI_BARU, ulang: SANDI_BARU }),
  '/akun/totp': async (b) => {
    const orang = await b.orang();
    const kode = kodeTotp(await b.rahasiaTotp(orang), b.uji.aplikasi.get(Jam).sekarang());
    return b.sebagai(orang, '/akun/totp', { kode, kini: SANDI_UJI });
  },
  '/atur-ulang/:token': async (b) =>
    b.tamu(`/atur-ulang/${await b.tautan('atur_ulang')}`, { sandi: SANDI_BARU, ulang: SANDI_BARU }),
  '/undangan/:token': async (b) => b.tamu(`/undangan/${await b.tautan('undangan')}`, { sandi: SANDI_BARU, ulang: SANDI_BARU }),
  '/masuk': async (b) => b.tamu('/masuk', { surel: (await b.orang('pimpinan')).surel, sandi: SANDI_UJI }),
  '/keluar': async (b) => b.sebagai(await b.orang(), '/keluar'),
  '/instalasi/instansi-baru': async (b) =>
    b.sebagai(await b.orang('admin', true), '/instalasi/instansi-baru', {
      ...{ kode: 'BARU', nama: 'Badan Baru', singkatan: 'BB', kota: 'Ambon', zonaWaktu: 'Asia/Jayapura' },
      ...{ adminNama: 'Admin Baru', adminSurel: 'admin@baru.go.id' },
    }),
  '/instalasi/admin-pertama/:kode': async (b) => {
    const operator = await b.orang('admin', true);
    const isian = { kode: 'PERTAMA', nama: 'Badan', singkatan: 'B', kota: 'Ambon', zonaWaktu: 'Asia/Jayapura', adminNama: 'A' };
    await b.kirim(b.sebagai(operator, '/instalasi/instansi-baru', { ...isian, adminSurel: 'pertama@baru.go.id' }));
    return b.sebagai(operator, '/instalasi/admin-pertama/PERTAMA');
  },
  '/instalasi/akun/:akun/nonaktifkan': (b) => akun(b, 'nonaktifkan', { alasan: 'pindah' }),
  '/instalasi/akun/:akun/aktifkan': async (b) => {
    const kiriman = await akun(b, 'aktifkan', { alasan: 'kembali' });
    await b.uji.sumber.query('UPDATE pengguna SET dinonaktifkan = now() WHERE id::text = $1', [kiriman.jalur.split('/')[3]]);
    return kiriman;
  },
  '/instalasi/akun/:akun/totp': async (b) => akun(b, 'totp', { alasan: 'hilang' }, (await b.orangBertotp()).orang),
  '/instalasi/akun/:akun/tautan': (b) => akun(b, 'tautan', {}),
  '/instansi/:instansi/cara-masuk/penyedia': (b) =>
    b.admin('cara-masuk/penyedia', {
      ...{ label: 'Satu Pintu', penerbit: 'https://id.satu.go.id', klienId: 'tuntas', rahasia: 'rahasia klien', aktif: '' },
    }),
  '/instansi/:instansi/cara-masuk/totp': (b) => b.admin('cara-masuk/totp', { peran: 'pimpinan' }),
  [`${ORGANISASI}/jabatan-baru`]: (b) =>
    b.admin('organisasi/jabatan-baru', { unit: b.unit['ANAK'] ?? '', nama: 'Kepala Baru', memimpin: 'tidak' }),
  [`${ORGANISASI}/jabatan/:jabatan/nama`]: async (b) =>
    b.admin(`organisasi/jabatan/${await b.jabatan()}/nama`, { nama: 'Kepala Lain', sejak: '2024-09-01', alasan: 'SK' }),
  [`${ORGANISASI}/jabatan/:jabatan/tugaskan`]: async (b) =>
    b.admin(`organisasi/jabatan/${await b.jabatan()}/tugaskan`, {
      ...{ pengguna: (await b.orang('pimpinan')).penggunaId, status: 'definitif', mulai: '2024-01-01', sampai: '' },
      ...{ nama: 'Budi, S.H.', nip: '', pangkat: '', dasar: '' },
    }),
  [`${ORGANISASI}/jabatan/:jabatan/tutup`]: async (b) =>
    b.admin(`organisasi/jabatan/${await b.jabatan()}/tutup`, { sejak: '2025-01-01', alasan: 'SK' }),
  [`${ORGANISASI}/mutasi-baru`]: async (b) =>
    b.admin('organisasi/mutasi-baru', { penugasan: await b.penugasan(), sampai: '2025-03-31', alasan: 'SK' }),
  [`${ORGANISASI}/mutasi/:mutasi/batal`]: async (b) => {
    const admin = await b.orang();
    return b.sebagai(admin, `/instansi/SATU/organisasi/mutasi/${await b.mutasi(await b.penugasan(), admin)}/batal`);
  },
  [`${ORGANISASI}/mutasi/:mutasi/waris`]: (b) => waris(b),
  [`${ORGANISASI}/mutasi/:mutasi/jalankan`]: async (b) => {
    const kiriman = await waris(b);
    await b.kirim(kiriman);
    return { ...kiriman, jalur: kiriman.jalur.replace(/waris$/, 'jalankan'), isian: {} };
  },
  [`${ORGANISASI}/orang-baru`]: (b) =>
    b.admin('organisasi/orang-baru', {
      ...{ nama: 'Fajar Baru', surel: 'fajar@satu.go.id', peran: 'pelapor', unit: b.unit['ANAK'] ?? '' },
    }),
  [`${ORGANISASI}/orang/:orang/keluarkan`]: async (b) =>
    b.admin(`organisasi/orang/${(await b.orang('pimpinan')).penggunaId}/keluarkan`, { alasan: 'pindah' }),
  [`${ORGANISASI}/orang/:orang/tautan`]: async (b) =>
    b.admin(`organisasi/orang/${(await b.orang('pimpinan')).penggunaId}/tautan`),
  [`${ORGANISASI}/orang/:orang/totp`]: async (b) =>
    b.admin(`organisasi/orang/${(await b.orangBertotp()).orang.penggunaId}/totp`, { alasan: 'hilang' }),
  [`${ORGANISASI}/undangan/:undangan/tarik`]: async (b) =>
    b.admin(`organisasi/undangan/${await b.undangan((await b.orang('pimpinan')).penggunaId, 'menunggu')}/tarik`),
  [`${ORGANISASI}/undangan/:undangan/tautan`]: async (b) =>
    b.admin(`organisasi/undangan/${await b.undangan((await b.orang('pimpinan')).penggunaId, 'disetujui')}/tautan`),
  [`${ORGANISASI}/pengaturan/aturan`]: (b) =>
    b.admin('organisasi/pengaturan/aturan', {
      ...{ satuan: 'prioritas', bobotSebagian: '0,25', dasar: '', tidakDapat: 'dikecualikan', pengganti: 'tidak', alasan: 'SE' },
    }),
  [`${ORGANISASI}/pengaturan/logo`]: (b) => b.admin('organisasi/pengaturan/logo', {}, LOGO_UJI),
  [`${ORGANISASI}/pengaturan/logo/lepas`]: async (b) => {
    await b.uji.sumber.query(`UPDATE instansi SET logo_kunci = $2, logo_jenis = 'image/png' WHERE id = $1`, [
      b.satu,
      'a'.repeat(64),
    ]);
    return b.admin('organisasi/pengaturan/logo/lepas');
  },
  [`${ORGANISASI}/pengaturan/ubah`]: (b) =>
    b.admin('organisasi/pengaturan/ubah', {
      ...{ nama: 'Instansi SATU', singkatan: 'S1', kota: 'Ternate', zonaWaktu: 'Asia/Jayapura', situs: '', kopSurat: 'KOP' },
      ...{ kertas: 'f4', skalaGanda: '', jumlahPrioritas: '4' },
    }),
  [`${ORGANISASI}/penugasan/:penugasan/akhiri`]: async (b) =>
    b.admin(`organisasi/penugasan/${await b.penugasan()}/akhiri`, { sampai: '2024-12-31', alasan: 'SK' }),
  [`${ORGANISASI}/peran-baru`]: async (b) =>
    b.admin('organisasi/peran-baru', {
      ...{ pengguna: (await b.orang('pimpinan')).penggunaId, peran: 'koordinator', unit: b.unit['ANAK'] ?? '' },
      ...{ mulai: '2024-01-01', sampai: '', dasar: '' },
    }),
  [`${ORGANISASI}/peran/:peran/akhiri`]: async (b) => {
    const { penggunaId } = await b.orang('pimpinan');
    const [p] = await b.uji.sumber.query<{ id: string }[]>('SELECT id FROM peran WHERE pengguna_id = $1', [penggunaId]);
    return b.admin(`organisasi/peran/${p?.id}/akhiri`, { sampai: '2024-12-31', alasan: 'SK' });
  },
  [`${ORGANISASI}/unit-baru`]: (b) =>
    b.admin('organisasi/unit-baru', {
      ...{ kode: 'U-BARU', nama: 'Unit Baru', singkatan: '', jenis: 'bagian', induk: b.unit['INDUK'] ?? '' },
    }),
  ...PERBUATAN_SURVEI,
  ...PERBUATAN_SARAN,
  [`${ORGANISASI}/unit/:unit/gabung`]: async (b) => {
    await b.unitBaru('G1');
    return b.admin('organisasi/unit/G1/gabung', { penerus: b.unit['INDUK'] ?? '', sejak: '2025-01-01', alasan: 'SOTK' });
  },
  [`${ORGANISASI}/unit/:unit/nama`]: async (b) => {
    await b.unitBaru('N1');
    return b.admin('organisasi/unit/N1/nama', { nama: 'Nama Lain', singkatan: '', sejak: '2025-01-01', alasan: 'SOTK' });
  },
  [`${ORGANISASI}/unit/:unit/nonaktif`]: async (b) => {
    await b.unitBaru('X1');
    return b.admin('organisasi/unit/X1/nonaktif', { sejak: '2025-01-01', alasan: 'SOTK' });
  },
  [`${ORGANISASI}/unit/:unit/pindah`]: async (b) => {
    await b.unitBaru('P1');
    return b.admin('organisasi/unit/P1/pindah', { induk: b.unit['INDUK'] ?? '', alasan: 'SOTK' });
  },
};

async function waris(b: BahanPerbuatan): Promise<Kiriman> {
  const admin = await b.orang();
  const penugasan = await b.penugasan();
  const { penggunaId } = await b.orang('pimpinan');
  const mutasi = await b.mutasi(penugasan, admin);
  const jalur = `/instansi/SATU/organisasi/mutasi/${mutasi}/waris`;
  const html = await (await fetch(b.uji.alamat + jalur, { headers: admin.kepala })).text();
  // Everything else that the person holds ends.
  const butir = [...html.matchAll(/name="((?!penugasan:)[a-z]+:[^":]+)"/g)].map((m) => [m[1] ?? '', 'akhiri']);
  return b.sebagai(admin, jalur, {
    ...(Object.fromEntries(butir) as Record<string, string>),
    [`penugasan:${penugasan}`]: 'serahkan',
    [`penugasan:${penugasan}:penerima`]: penggunaId,
    [`penugasan:${penugasan}:status`]: 'definitif',
  });
}

async function akun(b: BahanPerbuatan, kerja: string, isian: Record<string, string>, orang?: OrangUji): Promise<Kiriman> {
  const { penggunaId } = orang ?? (await b.orang('pimpinan'));
  return b.sebagai(await b.orang('admin', true), `/instalasi/akun/${penggunaId}/${kerja}`, isian);
}
