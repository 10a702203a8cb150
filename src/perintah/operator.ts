import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { normalSurel } from '../auth/surel.rules';
import { periksaSandiBaru } from '../auth/sandi/sandi-baru';
import { SandiService } from '../auth/sandi/sandi.service';
import { TautanService } from '../auth/tautan/tautan.service';
import { UndanganService } from '../auth/tautan/undangan.service';
import { bacaKonfigurasi } from '../config';
import { konteksSistem, Transaksi } from '../database/transaksi';
import { GalatPengguna } from '../shared/galat';
import { GalatIsian } from '../shared/isian';
import { bacaArgumen } from './argumen';
import { GalatPemakaian, type KodeKeluar } from './perintah';
import { denganAplikasi } from './sambungan';

const PERINTAH = 'tuntas operator buat';
const NAMA_TERPANJANG = 200;

export async function jalankan(argumen: readonly string[]): Promise<KodeKeluar> {
  const { berkas, opsi } = bacaArgumen(argumen, { surel: null, nama: null, cara: ['sandi', 'tautan'] }, ['surel', 'nama']);
  if (berkas.length !== 1 || berkas[0] !== 'buat') throw new GalatPemakaian('operator memerlukan satu pekerjaan: buat.');
  const surel = normalSurel(opsi['surel'] ?? '');
  if (surel === null) throw new GalatPengguna(`"${opsi['surel'] ?? ''}" bukan alamat surel.`);
  const nama = (opsi['nama'] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  if (nama === '' || nama.length > NAMA_TERPANJANG || /\p{C}/u.test(nama))
    throw new GalatPengguna('Nama itu tidak dapat dipakai.');
  const terminal = process.stdin.isTTY && process.stderr.isTTY;
  const cara = opsi['cara'] ?? (terminal ? 'sandi' : 'tautan');
  if (cara === 'sandi' && !terminal) throw new GalatPengguna('Kata sandi hanya ditanyakan di terminal; pakai --cara tautan.');
  const sandi = cara === 'sandi' ? await tanyaSandi([nama, surel]) : null;
  await denganAplikasi({ contoh: true }, async (aplikasi) => {
    const transaksi = aplikasi.get(Transaksi);
    const tersimpan = sandi === null ? null : await aplikasi.get(SandiService).buat(sandi);
    const tautan = await transaksi.sebagai(konteksSistem(PERINTAH), async (manager) => {
      const akun = await buat(aplikasi.get(UndanganService), surel, nama);
      if (tersimpan === null) return aplikasi.get(TautanService).buat(akun, 'undangan', { lewat: 'serah' });
      await manager.query('UPDATE pengguna SET sandi = $2 WHERE id = $1', [akun.id, tersimpan]);
      return null;
    });
    process.stdout.write(tautan === null ? `Operator ${surel} dibuat.\n` : `${alamat()}${tautan}\n`);
    if (tautan !== null) process.stderr.write('Buka tautan itu untuk membuat kata sandi; berlaku tujuh hari, hanya sekali.\n');
  });
  return 0;
}

async function buat(undangan: UndanganService, surel: string, nama: string): Promise<{ id: string; nama: string }> {
  try {
    return await undangan.buat(surel, nama, true);
  } catch (galat) {
    if (galat instanceof GalatIsian) throw new GalatPengguna(`Sudah ada akun dengan surel ${surel}.`, { cause: galat });
    throw galat;
  }
}

function alamat(): string {
  const { alamatPublik, port } = bacaKonfigurasi();
  return alamatPublik ?? `http://localhost${port === 80 ? '' : `:${port || 3000}`}`;
}

async function tanyaSandi(konteks: readonly string[]): Promise<string> {
  const sandi = await tanya('Kata sandi: ');
  const [galat] = periksaSandiBaru(sandi, await tanya('Sekali lagi: '), konteks);
  if (galat) throw new GalatPengguna(galat.pesan.endsWith('.') ? galat.pesan : `${galat.pesan}.`);
  return sandi;
}

/** A line from the terminal that is not shown while it is typed. */
function tanya(pertanyaan: string): Promise<string> {
  process.stderr.write(pertanyaan);
  const bisu = new Writable({ write: (_potongan, _sandi, selesai) => selesai() });
  const baris = createInterface({ input: process.stdin, output: bisu, terminal: true });
  return new Promise((selesai, gagal) => {
    baris.once('SIGINT', () => gagal(new GalatPengguna('Dibatalkan.')));
    baris.question('', selesai);
  }).then(
    (teks) => {
      baris.close();
      process.stderr.write('\n');
      return String(teks);
    },
    (galat: unknown) => {
      baris.close();
      process.stderr.write('\n');
      throw galat;
    },
  );
}
