import type { Tempat } from '../../organisasi/tempat';
import { bingkaiRtl } from '../../rtl/halaman/halaman-rtl.view';
import { teksBilangan } from '../../shared/desimal';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { namaPeriode, namaPeriodeLengkap, periode, type KodePeriode } from '../../shared/periode';
import { medan, ringkasanGalat, type MedanView, type UraianMedan } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { jalur } from '../../shared/tampilan/tautan';
import { waktuIndonesia } from '../../shared/tanggal';
import { namaPeriodeJudul } from '../lapor/bingkai-lapor.view';
import { jalurLapor, type TempatLapor } from '../lapor/tempat-lapor';
import { BELUM_MELAPOR, tandaKeadaan, tandaPelaksanaan, temuanView } from '../tanda-laporan';
import { jalurGabungan } from './alamat-gabungan';
import type { BahanGabungan, Terkirim } from './gabungan.query';
import type { ButirGabungan } from './gabungan.policy';
import type { GagalKirim } from './kirim-gabungan.service';

interface Ulang {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
}

/** All reports of one unit for one triwulan: what holds some back comes first, then those that may go at once. */
export function gabunganView(tempat: Tempat, bahan: BahanGabungan, ulang?: Ulang): Halaman {
  const { tw, dipilih, butir } = bahan;
  const { kode } = tempat.instansi;
  const milik = (golongan: ButirGabungan['golongan']) => butir.filter((b) => b.golongan === golongan);
  const [belum, siap, terkirim] = [milik('belum'), milik('siap'), milik('terkirim')];
  return new Halaman(
    'progres/gabungan',
    {
      kerangka: { ...bingkaiRtl(tempat, 'Kirim gabungan', []), gaya: ['lapor.css'] },
      ringkasan: ringkasanGalat('Belum ada yang terkirim', ulang?.galat ?? []),
      judul: 'Kirim gabungan',
      anak: tw === null ? null : [namaPeriodeJudul(tw), dipilih?.nama].filter(Boolean).join(' · '),
      jumlah: `${teksBilangan(siap.length)} siap dikirim, ${teksBilangan(belum.length)} belum, ${teksBilangan(terkirim.length)} sudah dikirim.`,
      unit: pilihan(bahan.unit, dipilih?.kode, (u) => ({ teks: u.nama, jumlah: teksBilangan(u.jumlah), tautan: jalurGabungan(kode, tw, u.kode) }), (u) => u.kode), // prettier-ignore
      belum: belum.map(belumView),
      formulir: siap.length === 0 ? null : formulirView(tempat, bahan, siap, ulang),
      terkirim: terkirim.map((b) => ({
        ...sebutView(b.tempat),
        tanda: b.tempat.laporan && tandaKeadaan(b.tempat.laporan.keadaan),
      })),
      kosong: butir.length > 0 ? null : kosongView(tempat, bahan),
    },
    ulang ? 422 : 200,
  );
}

/** Nothing to choose where there is one alone. */
function pilihan<T>(
  semua: readonly T[],
  kini: string | undefined,
  view: (satu: T) => object,
  kode: (satu: T) => string,
): object[] | null {
  return semua.length < 2 ? null : semua.map((satu) => ({ ...view(satu), kini: kode(satu) === kini }));
}

function sebutView(tempat: TempatLapor): object {
  const { rencana, kegiatan, periode: kode } = tempat;
  const bulan = /TW/.test(kode) ? '' : ` · ${namaPeriode(periode(kode))}`;
  return { kode: `${rencana.kode} · ${kegiatan.kode}${bulan}`, uraian: kegiatan.uraian, tautan: jalurLapor(tempat) };
}

function belumView({ tempat, halangan, kurang }: ButirGabungan): object {
  const alamat = jalurLapor(tempat);
  return {
    ...sebutView(tempat),
    tanda: tempat.laporan ? tandaKeadaan(tempat.laporan.keadaan) : BELUM_MELAPOR,
    halangan,
    kurang: kurang.map((k) => ({ pesan: k.pesan, tautan: `${alamat}#${k.medan}` })),
  };
}

function formulirView(tempat: Tempat, bahan: BahanGabungan, siap: readonly ButirGabungan[], ulang?: Ulang): object {
  const dipilih = ulang && new Set(Object.values(ulang.ketikan));
  return {
    aksi: jalurGabungan(tempat.instansi.kode, bahan.tw, bahan.dipilih?.kode),
    kunci: ulang?.ketikan['kunci'] ?? bahan.kunciKirim,
    galat: ulang?.galat.find((g) => g.medan === 'pilih')?.pesan ?? null,
    butir: siap.map((b, i) => ({
      ...sebutView(b.tempat),
      ...{ nama: `pilih_${i + 1}`, kunci: b.kunci, dipilih: dipilih ? dipilih.has(b.kunci) : true },
      status: tandaPelaksanaan(b.isi.status),
      bukti: `${teksBilangan(b.isi.bukti.length)} bukti`,
      temuan: temuanView(b.temuan),
    })),
    pejabat: bahan.pejabat.length === 1 ? bahan.pejabat.map((p) => `${p.nama}, ${p.jabatan}`)[0] : null,
    medan: pejabatView(bahan, ulang),
  };
}

/** Asked once for all of them; one who leads the unit is named. */
function pejabatView({ pejabat }: BahanGabungan, ulang?: Ulang): MedanView[] {
  const [ketikan, galat] = [ulang?.ketikan ?? {}, ulang?.galat ?? []];
  const uraian: UraianMedan[] =
    pejabat.length > 1
      ? [{ nama: 'penugasan', label: 'Pejabat yang bertanggung jawab', jenis: 'pilihan', pilihan: [{ nilai: '', teks: 'Pilih pejabatnya' }, ...pejabat.map((p) => ({ nilai: p.id, teks: `${p.nama}, ${p.jabatan}` }))] }] // prettier-ignore
      : [
          { nama: 'atasNama', label: 'Nama pejabat', maks: 200, petunjuk: 'Belum ada pejabat yang tercatat memimpin unit ini. Nama Anda tetap tercatat.' }, // prettier-ignore
          { nama: 'atasNamaJabatan', label: 'Jabatannya', maks: 200, bolehKosong: true },
        ];
  return pejabat.length === 1 ? [] : medan(uraian, ketikan, galat);
}

function kosongView(tempat: Tempat, { tw }: BahanGabungan): object {
  const kembali = { tautan: jalur('instansi', tempat.instansi.kode, 'tugas'), ajakan: 'Buka Tugas saya' };
  return tw === null
    ? { ...kembali, ikon: 'calendar-event', judul: 'Belum ada yang dilaporkan', teks: 'Belum ada rencana yang ditetapkan dengan jadwal. Koordinator yang menyusunnya.' } // prettier-ignore
    : { ...kembali, ikon: 'calendar-event', judul: 'Tidak ada laporan Anda di sini', teks: `Unit Anda tidak punya kegiatan yang dijadwalkan pada ${namaPeriodeLengkap(periode(tw))}.` }; // prettier-ignore
}

export interface HasilGabungan {
  readonly terkirim: readonly Terkirim[];
  readonly gagal: readonly GagalKirim[];
  readonly tw: KodePeriode | null;
  readonly unit: string;
}

/** What one sending did: every receipt, and what failed with its reason. The heading takes the focus. */
export function hasilGabunganView(tempat: Tempat, { terkirim, gagal, tw, unit }: HasilGabungan): Halaman {
  const { instansi } = tempat;
  const remah = [{ teks: 'Kirim gabungan', tautan: jalurGabungan(instansi.kode, tw, unit) }];
  const judul = `${teksBilangan(terkirim.length)} laporan terkirim`;
  const [satu] = terkirim;
  return new Halaman(
    'progres/gabungan-hasil',
    {
      kerangka: { ...bingkaiRtl(tempat, judul, remah), gaya: ['lapor.css'] },
      judul,
      anak: satu
        ? `Diajukan ${waktuIndonesia(instansi.zonaWaktu, satu.pada)} oleh ${satu.olehNama}, atas nama ${[satu.atasNama, satu.atasNamaJabatan].filter(Boolean).join(', ')}.`
        : 'Tidak ada yang berubah.',
      gagal: gagal.map(({ tempat: t, sebab }) => ({ ...sebutView(t), sebab })),
      terkirim: terkirim.map((t) => {
        const slot = jalur('instansi', instansi.kode, 'rencana', t.rencana, 'kegiatan', t.kegiatan, 'laporan', t.periode, 'tanda-terima', String(t.putaran)); // prettier-ignore
        return {
          ...{ nomor: t.nomor, kode: `${t.rencana} · ${t.kegiatan}`, uraian: t.uraian, tautan: slot, pdf: `${slot}/cetak.pdf` },
          ...{ bukti: teksBilangan(t.bukti), ketepatan: t.terlambat ? 'Terlambat' : 'Tepat waktu' },
        };
      }),
      kembali: jalurGabungan(instansi.kode, tw, unit),
    },
    gagal.some((g) => g.gangguan) ? 500 : gagal.length > 0 ? 422 : 200,
  );
}
