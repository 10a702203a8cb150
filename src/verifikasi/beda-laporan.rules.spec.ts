import type { IsiPengajuan } from '../progres/lapor/pengajuan.rules';
import { bedaPengajuan } from './beda-laporan.rules';

const isi: IsiPengajuan = { status: 'sudah', deskripsi: 'Sedang disahkan.', kontribusi: [], bukti: [] };
const foto = { id: '1', bagian: 'utama', jenis: 'foto', nama: 'rapat.jpg' } as const;

it('isi yang sama tidak berbeda, juga bila hanya spasinya lain', () => {
  expect(bedaPengajuan(isi, { ...isi, deskripsi: ' Sedang disahkan. ', hambatan: '  ' })).toEqual([]);
});

it('setiap isian yang berubah: lama menjadi baru', () => {
  const baru: IsiPengajuan = { ...isi, status: 'sebagian', hambatan: 'Jadwal bersama', tindakLanjutBerikut: 'Rapat Juli' };
  expect(bedaPengajuan(isi, baru)).toEqual([
    { istilah: 'Status pelaksanaan', lama: 'Sudah', baru: 'Sebagian sudah dilaksanakan' },
    { istilah: 'Hambatan', lama: null, baru: 'Jadwal bersama' },
    { istilah: 'Langkah berikutnya', lama: null, baru: 'Rapat Juli' },
  ]);
});

it('bukti yang ditambah, dilepas, dan diberi keterangan lain; kontribusi menurut unitnya', () => {
  const lama = { ...isi, bukti: [foto, { ...foto, id: '2', nama: 'lama.pdf' }] };
  const baru: IsiPengajuan = {
    ...isi,
    bukti: [
      { ...foto, keterangan: 'Rapat pokja', tanggal: '2024-04-18' },
      { ...foto, id: '3', nama: 'perka.pdf' },
    ],
    kontribusi: [{ unit: 'P1', nama: 'Pokja 1', uraian: 'Ikut membahas', oleh: 'Ani' }],
  };
  expect(bedaPengajuan(lama, baru)).toEqual([
    { istilah: 'Kontribusi Pokja 1', lama: null, baru: 'Ikut membahas' },
    { istilah: 'Bukti', lama: 'rapat.jpg', baru: 'rapat.jpg · Rapat pokja · 18 April 2024' },
    { istilah: 'Bukti', lama: 'lama.pdf', baru: null },
    { istilah: 'Bukti', lama: null, baru: 'perka.pdf' },
  ]);
});
