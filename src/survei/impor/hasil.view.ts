import { medan, ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { waktuIndonesia } from '../../shared/tanggal';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { kelompokkanProfil, NAMA_CIRI, type AturanProfil } from '../profil.rules';
import { bilangan, bingkaiImpor, jalurImpor, jalurSurvei, tabelAngka, tabelView, type Tabel } from './bingkai-impor.view';
import { kelompokGanda } from './ganda.service';
import type { ImporResponsEntity } from './impor-respons.entity';
import type { RingkasanImpor } from './impor.rules';
import { faktaBerkas } from './pratinjau.view';
import type { TempatSurvei } from './tempat-impor';

/** While the file is being read, in the background: how far, and that one may leave. */
export function kemajuanView(t: TempatSurvei, impor: ImporResponsEntity): Halaman {
  const persen = Math.floor(impor.kemajuan * 100);
  return new Halaman('survei/impor-kemajuan', {
    kerangka: bingkaiImpor(t, `Memeriksa ${impor.namaBerkas}`, impor.namaBerkas, true),
    judul: 'Memeriksa seluruh berkas',
    anak: impor.namaBerkas,
    persen,
    teks: persen === 0 ? 'Menunggu giliran, atau baru mulai.' : `${persen}% dari isi berkas sudah dibaca.`,
    segarkan: jalurImpor(t, impor.id),
    batal: jalurImpor(t, impor.id, 'batal'),
  });
}

/** An import that was given up: nothing of its file is left. */
export function batalView(t: TempatSurvei, impor: ImporResponsEntity): Halaman {
  return new Halaman('survei/impor-batal', {
    kerangka: bingkaiImpor(t, 'Impor dibatalkan', impor.namaBerkas),
    judul: 'Impor dibatalkan',
    kosong: {
      ikon: 'x',
      judul: impor.namaBerkas,
      teks: 'Berkas ini sudah dihapus, dan isinya tidak masuk ke survei. Unggah lagi bila diperlukan.',
      tautan: jalurImpor(t),
      ajakan: 'Unggah berkas',
    },
  });
}

/** What reading the whole file came to; nothing is in the survey until it is applied. */
export function hasilView(
  t: TempatSurvei,
  impor: ImporResponsEntity,
  ringkasan: RingkasanImpor,
  galat: string | null = null,
): Halaman {
  const { survei } = t;
  const { tabel, ringkas } = tabelAngka(t, ringkasan);
  const lama = survei.tingkat === 'respons' ? (survei.jumlahRespons ?? 0) : 0;
  const selesai = impor.keadaan === 'diterapkan';
  const ganda = kelompokGanda(ringkasan);
  const keluar = new Set(ringkasan.dikeluarkan);
  const sisaGanda = ringkasan.jumlahGanda - ringkasan.ganda.length;
  return new Halaman(
    'survei/impor-hasil',
    {
      kerangka: bingkaiImpor(t, 'Hasil pemeriksaan', impor.namaBerkas),
      judul: selesai ? 'Jawaban sudah dimasukkan' : 'Hasil pemeriksaan',
      anak: kalimatKeadaan(selesai, ringkasan),
      galat,
      fakta: [
        ...faktaBerkas(impor),
        { nama: 'Responden yang diterima', teks: bilangan(ringkasan.n) },
        { nama: 'Baris yang tidak dapat dibaca', teks: bilangan(ringkasan.ditolak) },
        {
          nama: 'Baris yang bukan responden',
          teks: `${bilangan(ringkasan.jumlahDilewati)} (jumlah, rata-rata, kosong, judul ulang)`,
        },
        { nama: 'Kiriman ganda', teks: kalimatGanda(ringkasan) },
        { nama: 'Saran', teks: bilangan(ringkasan.saran) },
        ...(selesai && impor.diterapkanPada
          ? [{ nama: 'Dimasukkan', teks: `${waktuIndonesia(t.instansi.zonaWaktu, impor.diterapkanPada)} oleh ${impor.oleh}` }]
          : [{ nama: 'Sidik baris yang akan dimasukkan', teks: impor.sidik ?? '' }]),
      ],
      angka: tabelView({ ...tabel, judul: selesai ? 'Angka yang keluar' : tabel.judul, anak: ringkas }),
      tabel: [tabelDitolak(ringkasan), tabelDilewati(ringkasan), ...tabelProfil(ringkasan, t.aturanProfil)]
        .filter((x) => x.baris.length > 0)
        .map(tabelView),
      unduh: ringkasan.ditolak > 0 && impor.kunciDitolak !== null ? jalurImpor(t, impor.id, 'ditolak.csv') : null,
      ganda:
        selesai || ganda.length === 0
          ? null
          : {
              aksi: jalurImpor(t, impor.id, 'ganda'),
              kelompok: ganda.map(({ pertama, lain }) => ({
                pertama: bilangan(pertama),
                lain: lain.map((b) => ({ baris: b, teks: bilangan(b), keluar: keluar.has(b) })),
              })),
              sisa: sisaGanda > 0 ? `${bilangan(sisaGanda)} kiriman ganda lainnya tidak ditampilkan dan tetap dihitung.` : null,
            },
      terapkan:
        selesai || ringkasan.n === 0
          ? null
          : {
              aksi: jalurImpor(t, impor.id, 'terapkan'),
              sidik: impor.sidik,
              akibat:
                lama > 0
                  ? `${bilangan(lama)} jawaban yang kini ada di survei diganti seluruhnya oleh ${bilangan(ringkasan.n)} jawaban ini.`
                  : survei.tingkat === 'terbit'
                    ? `${bilangan(ringkasan.n)} jawaban dimasukkan ke survei ini.`
                    : `Angka per unsur yang kini diketik di survei diganti oleh hitungan dari ${bilangan(ringkasan.n)} jawaban ini.`,
              tombol: lama > 0 ? `Terapkan dan ganti ${bilangan(lama)} jawaban` : 'Terapkan',
            },
      periksaLagi: selesai ? null : { kolom: jalurImpor(t, impor.id, 'kolom'), batal: jalurImpor(t, impor.id, 'batal') },
      survei: jalurSurvei(t),
      selesai,
    },
    galat === null ? 200 : 422,
  );
}

function kalimatKeadaan(selesai: boolean, { tetap }: RingkasanImpor): string | null {
  if (!selesai) return 'Belum ada yang dimasukkan ke survei.';
  return tetap ? 'Tidak ada yang berubah: jawaban survei ini sudah sama persis dengan isi berkas.' : null;
}

function kalimatGanda({ jumlahGanda, dikeluarkan }: RingkasanImpor): string {
  if (jumlahGanda === 0) return 'tidak ada';
  const keluar = dikeluarkan.length > 0 ? `; ${bilangan(dikeluarkan.length)} dikeluarkan` : '; tetap dihitung';
  return bilangan(jumlahGanda) + keluar;
}

function tabelDitolak({ contohDitolak, ditolak }: RingkasanImpor): Tabel {
  return {
    id: 'ditolak',
    judul: 'Baris yang tidak dapat dibaca',
    anak:
      ditolak > contohDitolak.length
        ? `${bilangan(contohDitolak.length)} yang pertama dari ${bilangan(ditolak)}; seluruhnya ada dalam berkas CSV.`
        : 'Betulkan di berkasnya lalu unggah lagi, atau lanjutkan tanpa baris-baris ini.',
    kolom: ['Baris', 'Alasan', 'Isi'],
    baris: contohDitolak.map((d) => [bilangan(d.baris), d.alasan, d.isi.filter((x) => x !== '').join(' · ')]),
  };
}

function tabelDilewati({ dilewati, jumlahDilewati }: RingkasanImpor): Tabel {
  return {
    id: 'dilewati',
    judul: 'Baris yang bukan responden',
    anak: jumlahDilewati > dilewati.length ? `${bilangan(dilewati.length)} yang pertama dari ${bilangan(jumlahDilewati)}.` : null,
    kolom: ['Baris', 'Sebab'],
    baris: dilewati.slice(0, 200).map((d) => [bilangan(d.baris), d.alasan]),
  };
}

function tabelProfil({ profil, n }: RingkasanImpor, aturan: AturanProfil): Tabel[] {
  return profil.map(({ ciri, kelompok }) => ({
    id: `profil-${ciri}`,
    judul: `Profil: ${NAMA_CIRI[ciri]}`,
    anak: `Berjumlah ${bilangan(n)} responden. Kelompoknya dapat diatur tanpa mengimpor ulang.`,
    kolom: ['Kelompok', 'Responden'],
    baris: kelompokkanProfil(
      ciri,
      kelompok.map((k) => ({ nilai: k.kelompok, jumlah: k.jumlah })),
      aturan,
    ).map((k) => [k.kelompok, bilangan(k.jumlah)]),
  }));
}

export function hapusView(t: TempatSurvei, ketikan: Ketikan, galat: readonly GalatMedan[]): Halaman {
  return new Halaman(
    'survei/impor-hapus',
    {
      kerangka: bingkaiImpor(t, 'Hapus seluruh jawaban', 'Hapus seluruh jawaban'),
      judul: 'Hapus seluruh jawaban',
      akibat: {
        judul: `${bilangan(t.survei.jumlahRespons ?? 0)} jawaban dihapus dari survei ini beserta angka yang dihitung darinya.`,
        butir: [
          'Angka yang sudah diterbitkan tetap ada.',
          'Jawaban dapat dimasukkan lagi dari berkasnya selama survei masih draf.',
        ],
      },
      ringkasan: ringkasanGalat('Jawaban belum dihapus', galat),
      medan: medan(
        [{ nama: 'alasan', label: 'Alasan', petunjuk: 'Tercatat dalam log audit.', jenis: 'area', maks: 1000 }],
        ketikan,
        galat,
      ),
      aksi: jalurSurvei(t, 'hapus-jawaban'),
      batal: jalurImpor(t),
    },
    galat.length > 0 ? 422 : 200,
  );
}
