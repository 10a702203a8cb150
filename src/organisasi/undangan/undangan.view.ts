import { NAMA_PERAN } from '../../auth/pelaku';
import { Halaman } from '../../shared/tampilan/tampilan';
import { bingkai, boleh, formulir, jalurOrganisasi, tab, type BagianHalaman, type Sel } from '../halaman.view';
import { masaTeks } from '../masa';
import type { Tempat } from '../tempat';
import type { Undangan } from './undangan-peran.query';
import { NAMA_KEADAAN } from './undangan.policy';

const jalurUndangan = (tempat: Tempat, u: Undangan, akhir: string): string => jalurOrganisasi(tempat, 'undangan', u.id, akhir);

/** The section of the list of people for those who have not answered yet. */
export function bagianUndangan(tempat: Tempat, undangan: readonly Undangan[], lewatSurat: boolean): BagianHalaman[] {
  if (undangan.length === 0) return [];
  const kelola = boleh(tempat, 'organisasi.kelola');
  return [
    {
      id: 'undangan',
      judul: 'Undangan yang menunggu',
      anak: 'Orang yang sudah punya akun menjawab sendiri, di halaman Akun saya. Sebelum itu perannya tidak berlaku.',
      kolom: kelola ? ['Orang', 'Peran', 'Masa', 'Keadaan', 'Tindakan'] : ['Orang', 'Peran', 'Masa', 'Keadaan'],
      baris: undangan.map((u): Sel[] => [
        { teks: u.nama, mikro: u.surel },
        { teks: NAMA_PERAN[u.peran], mikro: u.unitNama ?? 'seluruh instansi' },
        { teks: masaTeks(u) },
        { teks: NAMA_KEADAAN[u.keadaan] },
        ...(kelola ? [{ teks: '', tindakan: tindakan(tempat, u, lewatSurat) }] : []),
      ]),
      kosong: { ikon: 'unit', judul: 'Tidak ada undangan', teks: 'Semua undangan sudah dijawab.' },
    },
  ];
}

function tindakan(tempat: Tempat, u: Undangan, lewatSurat: boolean): NonNullable<Sel['tindakan']> {
  const tentang = `undangan ${NAMA_PERAN[u.peran]} ${u.nama}`;
  const serahkan = !lewatSurat && u.keadaan === 'disetujui';
  return [
    ...(serahkan ? [{ teks: 'Buat tautan', tautan: jalurUndangan(tempat, u, 'tautan'), tentang }] : []),
    { teks: 'Tarik', tautan: jalurUndangan(tempat, u, 'tarik'), tentang },
  ];
}

export function tarikView(tempat: Tempat, u: Undangan): Halaman {
  return formulir(tempat, {
    judul: `Tarik undangan ${NAMA_PERAN[u.peran]} ${u.nama}`,
    bagian: 'orang',
    remah: [{ teks: 'Orang', tautan: jalurOrganisasi(tempat, 'orang') }],
    medan: [],
    ketikan: {},
    galat: [],
    gagal: 'Undangan belum ditarik',
    aksi: jalurUndangan(tempat, u, 'tarik'),
    akibat: {
      judul: 'Undangan ini tidak dapat diterima lagi.',
      butir: ['Tautan yang sudah diserahkan untuknya tidak berlaku lagi.'],
    },
    tombol: 'Tarik undangan',
    bahaya: true,
    batal: jalurOrganisasi(tempat, 'orang'),
  });
}

export function buatTautanUndanganView(tempat: Tempat, u: Undangan): Halaman {
  return formulir(tempat, {
    judul: `Buat tautan undangan untuk ${u.nama}`,
    bagian: 'orang',
    remah: [{ teks: 'Orang', tautan: jalurOrganisasi(tempat, 'orang') }],
    medan: [],
    ketikan: {},
    galat: [],
    gagal: 'Tautan belum dibuat',
    aksi: jalurUndangan(tempat, u, 'tautan'),
    akibat: {
      judul: 'Serahkan langsung kepada orangnya, dan pastikan itu orangnya.',
      butir: [
        'Dipakai bersama kata sandinya sekarang; tautan ini saja tidak membuka akunnya.',
        'Kata sandinya diganti dan semua sesinya berakhir, supaya tidak ada orang lain yang masih memegang akun itu.',
        'Hanya dapat dipakai sekali; tautan yang dibuat sebelumnya tidak berlaku lagi. Tercatat pada log audit.',
      ],
    },
    tombol: 'Buat tautan',
    batal: jalurOrganisasi(tempat, 'orang'),
  });
}

export function tautanUndanganView(tempat: Tempat, u: Undangan, tautan: string): Halaman {
  return new Halaman('organisasi/tautan', {
    kerangka: bingkai(tempat, 'Tautan undangan', [
      { teks: 'Orang', tautan: jalurOrganisasi(tempat, 'orang') },
      { teks: 'Tautan undangan' },
    ]),
    tab: tab(tempat, 'orang'),
    ...{ nama: u.nama, dikirim: false, menunggu: false, tautan },
    lanjut: { teks: 'Kembali ke daftar orang', tautan: jalurOrganisasi(tempat, 'orang') },
  });
}
