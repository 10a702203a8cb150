import { punyaIzinDi } from '../auth/izin';
import type { Tempat } from '../organisasi/tempat';
import { adaTulisan, sebabAlasan } from '../rtl/alasan-prioritas.rules';
import { bingkaiRtl, jalurInstansi, jalurRencana, remahRencana } from '../rtl/halaman/halaman-rtl.view';
import type { PrioritasTersusun } from '../rtl/susun/susunan';
import { teksIndonesia } from '../shared/desimal';
import { Halaman } from '../shared/tampilan/tampilan';
import { jangkar, kueri } from '../shared/tampilan/tautan';
import { acuanPrioritas, belumDiputuskan, type BahanPrioritas } from './bahan-prioritas.query';
import { kalimatBerulang } from './berulang.rules';
import { berulangView } from './berulang.view';
import type { AcuanPrioritas } from './pilihan.rules';
import type { UsulanUnsur } from './usulan.rules';

const KUNCI = {
  draf: null,
  diajukan:
    'Rencana ini sedang diajukan, jadi prioritasnya terkunci. Tarik pengajuannya, atau minta pimpinan mengembalikannya, untuk mengubahnya.',
  ditetapkan: 'Rencana ini sudah ditetapkan, jadi prioritasnya terkunci.',
} as const;

const TANPA_ALASAN = {
  'bukan-unsur': 'Bukan unsur survei, dan alasannya belum dicantumkan',
  'tanpa-nilai': 'Alasannya belum dicantumkan',
  'bukan-terendah': 'Tidak semua unsurnya terendah, dan alasannya belum dicantumkan',
  gabungan: 'Menggabungkan beberapa unsur, dan alasannya belum dicantumkan',
} as const;

const ASAL = { unsur: 'Unsur survei', saran: 'Saran responden', bebas: 'Bukan unsur survei' } as const;

/** The proposal of the survey beside what was chosen, with what recurs and what was left over. @param lanjutan unfinished kegiatan offered */
export function prioritasView(tempat: Tempat, bahan: BahanPrioritas, lanjutan: number): Halaman {
  const { rencana, survei, usulan } = bahan;
  const kelola = punyaIzinDi(tempat.pelaku, 'prioritas.kelola', tempat.instansi.id) && rencana.status === 'draf';
  const acuan = acuanPrioritas(bahan);
  const alamat = (...akhir: string[]) => jalurRencana(tempat, rencana.kode, ...akhir);
  const belum = belumDiputuskan(bahan);
  const siap = belum.filter((u) => !u.diBatas);
  const kosong = rencana.prioritas.filter((p) => p.kegiatan.length === 0);
  return new Halaman('prioritas/prioritas', {
    kerangka: bingkaiRtl(tempat, 'Prioritas', remahRencana(tempat, rencana.kode)),
    judul: 'Prioritas',
    anak: rencana.judul,
    kelola,
    kunci: KUNCI[rencana.status],
    tindakan: [
      ...(kelola ? [{ teks: 'Tambah prioritas', tautan: alamat('prioritas-baru'), utama: true }] : []),
      ...(kelola ? [{ teks: 'Susun kegiatan', tautan: alamat('susunan'), utama: false }] : []),
      { teks: 'Buka rencana', tautan: alamat(), utama: false },
    ],
    belum: rencana.status === 'draf' && belum.length > 0 ? kalimatBelum(belum) : null,
    seri: rencana.status === 'draf' ? kalimatSeri(bahan, belum) : null,
    tanpaKegiatan: kosong.map((p) => ({
      teks: `Prioritas ${p.no} (${p.judul}) belum mempunyai kegiatan.`,
      tautan: kelola ? kueri(alamat('kegiatan-baru'), { prioritas: p.id }) : null,
    })),
    usulan: {
      judul: survei === null ? null : survei.judul,
      tautan: survei === null ? null : jalurInstansi(tempat, 'survei', survei.kode),
      jumlah: bahan.jumlah,
      baris: usulan.map((u, i) => barisUsulan(u, usulan[i + 1], bahan, alamat)),
      ambil:
        kelola && siap.length > 1 ? { aksi: alamat('prioritas', 'ambil'), teks: `Ambil ${siap.length} usulan sekaligus` } : null,
      kosong:
        survei === null
          ? 'Rencana ini tidak menjawab sebuah survei, jadi tidak ada unsur yang diusulkan. Prioritasnya ditambahkan sendiri, masing-masing dengan alasannya.'
          : 'Survei rencana ini hanya memuat angka terbit, jadi tidak ada unsur yang dapat diusulkan. Prioritasnya ditambahkan sendiri, masing-masing dengan alasannya.',
    },
    terpilih: kelompokProgram(rencana.prioritas).map(({ program, milik }) => ({
      program,
      butir: milik.map((p) => butirTerpilih(p, bahan, acuan, alamat)),
    })),
    adaTerpilih: rencana.prioritas.length > 0,
    berulang: bahan.berulang.length > 0 ? berulangView(tempat, bahan) : null,
    lanjutan:
      lanjutan > 0
        ? { teks: `${lanjutan} kegiatan rencana sebelumnya belum selesai.`, tautan: alamat('prioritas-lanjutan'), ajakan: kelola ? 'Pilih yang dilanjutkan' : 'Lihat kegiatannya' } // prettier-ignore
        : null,
  });
}

function kalimatBelum(belum: readonly UsulanUnsur[]): string {
  const sebut = belum.map((u) => u.unsur).join(', ');
  return `${belum.length} unsur yang diusulkan belum diputuskan: ${sebut}. Jadikan prioritas, atau lewati dengan alasan yang tercetak pada laporan.`;
}

/** `Seri di batas: U5 = U6 (85,85) …`, until each of them is decided. */
function kalimatSeri({ usulan, jumlah }: BahanPrioritas, belum: readonly UsulanUnsur[]): string | null {
  const seri = usulan.filter((u) => u.diBatas);
  const [pertama] = seri;
  if (!pertama || !seri.some((u) => belum.includes(u))) return null;
  const kode = seri.map((u) => u.unsur).join(' = ');
  return `Seri di batas: ${kode} (${teksIndonesia(pertama.hasil.nilai)}) berbagi tempat ke-${pertama.tempat}, sedangkan yang diambil ${jumlah} unsur terendah. Semuanya diusulkan; putuskan masing-masing.`;
}

function barisUsulan(
  u: UsulanUnsur,
  berikut: UsulanUnsur | undefined,
  bahan: BahanPrioritas,
  alamat: (...akhir: string[]) => string,
): object {
  const milik = bahan.rencana.prioritas.find((p) => p.unsur.includes(u.unsur));
  const alasan = bahan.dilewati.get(u.unsur) ?? null;
  const berulang = bahan.berulang.find((b) => b.unsur === u.unsur);
  return {
    id: jangkar('unsur', u.unsur),
    kode: u.unsur,
    nama: u.nama,
    terendah: u.terendah,
    // The line under the last of the proposed ones.
    batas: u.terendah && berikut?.terendah !== true,
    seri: u.seri.length > 0 ? `seri dengan ${u.seri.join(', ')}` : null,
    diBatas: u.diBatas,
    berulang: berulang ? kalimatBerulang(berulang) : null,
    peringkat: u.hasil.peringkat,
    nilai: teksIndonesia(u.hasil.nilai),
    mutu: u.hasil.mutu.mutu,
    kinerja: u.hasil.mutu.kinerja,
    jarak: u.kelasBerikut
      ? { teks: teksIndonesia(u.kelasBerikut.jarak), kelas: u.kelasBerikut.kelas.mutu, batas: teksIndonesia(String(u.kelasBerikut.kelas.min)) } // prettier-ignore
      : null,
    milik: milik ? { teks: `Prioritas ${milik.no}`, tautan: `#prioritas-${milik.no}` } : null,
    dilewati: milik ? null : alasan,
    putuskan: !milik && alasan === null && u.terendah,
    tambah: !milik && !u.terendah ? kueri(alamat('prioritas-baru'), { unsur: u.unsur }) : null,
    ambil: alamat('prioritas', 'ambil'),
    lewati: alamat('prioritas-lewati', u.unsur),
    batal: alamat('prioritas-lewati', u.unsur, 'batal'),
  };
}

function kelompokProgram(prioritas: readonly PrioritasTersusun[]): { program: string | null; milik: PrioritasTersusun[] }[] {
  const hasil: { program: string | null; milik: PrioritasTersusun[] }[] = [];
  for (const p of prioritas) {
    const akhir = hasil.at(-1);
    if (akhir?.program === p.program) akhir.milik.push(p);
    else hasil.push({ program: p.program, milik: [p] });
  }
  return hasil;
}

function butirTerpilih(
  p: PrioritasTersusun,
  bahan: BahanPrioritas,
  acuan: AcuanPrioritas,
  alamat: (...akhir: string[]) => string,
): object {
  const { prioritas } = bahan.rencana;
  const sebab = sebabAlasan(p.unsur, acuan);
  const unsur = p.unsur.map((kode) => {
    const u = bahan.usulan.find((x) => x.unsur === kode);
    return { kode, nilai: u ? teksIndonesia(u.hasil.nilai) : null, terendah: u?.terendah ?? false };
  });
  return {
    id: `prioritas-${p.no}`,
    no: p.no,
    judul: p.judul,
    asal: p.unsur.length > 0 ? null : ASAL[p.asal === 'saran' ? 'saran' : 'bebas'],
    unsur,
    alasan: p.alasan,
    kurang: sebab !== null && !adaTulisan(p.alasan) ? TANPA_ALASAN[sebab] : null,
    kegiatan: p.kegiatan.length,
    atas: p === prioritas[0],
    bawah: p === prioritas.at(-1),
    sendiri: prioritas.length < 2,
    pindah: alamat('prioritas', p.id, 'pindah'),
    ubah: alamat('prioritas', p.id, 'ubah'),
    gabung: alamat('prioritas', p.id, 'gabung'),
    keluarkan: alamat('prioritas', p.id, 'keluarkan'),
  };
}
