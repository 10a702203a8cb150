import type { UnitDituju } from '../../auth/kewenangan.policy';
import type { UnitEntity } from '../../organisasi/unit.entity';
import { teksBilangan } from '../../shared/desimal';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { waktuIndonesia } from '../../shared/tanggal';
import { bingkaiSaran, namaUnsur, tandaSaran } from './bingkai-saran.view';
import { alasan, borangTanggapi, borangTerbit, borangTetapkan, borangTindakan, type IsiBorang } from './borang-saran.view';
import { NAMA_IDENTITAS, temukanIdentitas } from './identitas.rules';
import { bolehKelolaSaran, bolehLihatAsli, bolehTanggapiSaran } from './saran.policy';
import type { LangkahSaran, SaranTersimpan, Tanggapan } from './saran.query';
import { bolehLangkah, NAMA_STATUS_SARAN, type TindakanSaran } from './saran.rules';
import type { TautanSaran } from './sumber-tautan-saran';
import type { TempatSaran } from './tempat-saran';

export interface BahanSatuSaran {
  readonly saran: SaranTersimpan & { readonly dituju: UnitDituju | null };
  readonly tanggapan: readonly Tanggapan[];
  readonly riwayat: readonly LangkahSaran[];
  readonly unit: readonly UnitEntity[];
  readonly tautan: readonly TautanSaran[];
  /** pages that turn it into follow-up, for those who may */
  readonly jalan: readonly { readonly teks: string; readonly tautan: string }[];
  /** the form that came back with faults */
  readonly gagal?: { readonly tindakan: TindakanSaran; readonly ketikan: Ketikan; readonly galat: readonly GalatMedan[] };
}

const KATA_TINDAKAN: Readonly<Record<string, string>> = {
  tetapkan: 'Ditetapkan',
  tanggapi: 'Ditanggapi',
  terbitkan: 'Dinyatakan layak terbit',
  'jangan-terbitkan': 'Diputuskan tidak diterbitkan',
  'tinjau-ulang': 'Ditinjau ulang',
  kecualikan: 'Dikecualikan sebagai jawaban tanpa saran',
  pulihkan: 'Dipulihkan sebagai saran',
  'tindak-lanjuti': 'Ditindaklanjuti',
  lepas: 'Tidak lagi dalam rencana',
};

export function satuSaranView(tempat: TempatSaran, bahan: BahanSatuSaran): Halaman {
  const { saran, gagal } = bahan;
  const asli = bolehLihatAsli(tempat.pelaku, tempat.instansi.id);
  const kelola = bolehKelolaSaran(tempat.pelaku, tempat.instansi.id);
  const { zonaWaktu } = tempat.instansi;
  const borang = (tindakan: TindakanSaran, isi: IsiBorang) =>
    kelola && bolehLangkah(saran.status, tindakan) ? borangTindakan(tempat, bahan, tindakan, isi) : null;
  const identitas = temukanIdentitas(saran.asli).map((i) => `${NAMA_IDENTITAS[i.jenis]} “${i.teks}”`);
  return new Halaman(
    'saran/satu',
    {
      kerangka: bingkaiSaran(tempat, `Saran ${saran.nomor}`, [{ teks: `Saran ${saran.nomor}` }]),
      judul: `Saran ${teksBilangan(saran.nomor)}`,
      anak: tempat.survei.judul,
      ringkasan: gagal ? ringkasanGalat('Belum tersimpan', gagal.galat, `${gagal.tindakan}-`) : null,
      tanda: tandaSaran(saran.status),
      teks: (asli ? saran.asli : saran.teks) || '(tidak diisi)',
      identitas: asli && identitas.length > 0 ? identitas.join(', ') : null,
      disamarkan: !asli && saran.teks !== saran.asli,
      fakta: fakta(tempat, bahan),
      tanggapan: bahan.tanggapan.map((t) => ({
        teks: t.teks,
        oleh: [t.unit ?? 'Koordinator', t.nama, waktuIndonesia(zonaWaktu, t.pada)].join(' · '),
      })),
      kosongTanggapan: saran.status === 'nihil' ? 'Jawaban tanpa saran tidak menunggu tanggapan.' : menunggu(bahan),
      tanggapi:
        bolehLangkah(saran.status, 'tanggapi') && bolehTanggapiSaran(tempat.pelaku, tempat.instansi.id, saran.dituju)
          ? borangTindakan(tempat, bahan, 'tanggapi', borangTanggapi(bahan.tanggapan.length > 0))
          : null,
      tetapkan: borang('tetapkan', borangTetapkan(tempat, bahan)),
      tinjau: borang('terbitkan', borangTerbit(bahan)),
      lain: [
        borang('jangan-terbitkan', { tombol: 'Jangan terbitkan', medan: [alasan('Alasan tidak diterbitkan')] }),
        borang('tinjau-ulang', { tombol: 'Tinjau ulang', medan: [alasan('Alasan ditinjau ulang')] }),
        borang('kecualikan', {
          tombol: 'Kecualikan dari hitungan',
          medan: [alasan('Mengapa ini bukan saran', 'Misalnya hanya pujian. Tetap disimpan dan disebut di samping angkanya.')],
        }),
        borang('pulihkan', { tombol: 'Hitung sebagai saran', medan: [alasan('Mengapa ini saran')] }),
      ].filter((b) => b !== null),
      tautan: bahan.tautan,
      jalan: saran.status === 'nihil' ? [] : bahan.jalan,
      riwayat: [
        ...bahan.riwayat.map((r) => ({
          ikon: tandaSaran(r.ke).ikon,
          judul: KATA_TINDAKAN[r.tindakan] ?? r.tindakan,
          status: r.dari === r.ke ? null : { dari: NAMA_STATUS_SARAN[r.dari], ke: NAMA_STATUS_SARAN[r.ke] },
          keterangan: r.keterangan,
          alasan: r.alasan,
          oleh: `${r.nama} · ${waktuIndonesia(zonaWaktu, r.pada)}`,
        })),
        {
          ikon: 'checklist',
          judul: 'Diterima',
          status: null,
          keterangan: null,
          alasan: null,
          oleh: waktuIndonesia(zonaWaktu, saran.diterimaPada),
        },
      ],
    },
    gagal && gagal.galat.length > 0 ? 422 : 200,
  );
}

function menunggu({ saran }: BahanSatuSaran): string {
  if (saran.status === 'baru') return 'Koordinator menetapkan dahulu unsur dan unit yang menanggapi.';
  return `Menunggu tanggapan ${saran.unit?.nama ?? 'koordinator'}.`;
}

function fakta(tempat: TempatSaran, { saran }: BahanSatuSaran): { nama: string; teks: string }[] {
  const diputuskan = saran.status !== 'nihil' && saran.status !== 'baru';
  const baris = saran.baris.map(teksBilangan).join(', ') + (saran.jumlah > saran.baris.length ? ' …' : '');
  return [
    {
      nama: 'Diterima',
      teks:
        saran.jumlah === 0 ? 'tidak ada lagi dalam berkas jawaban, jadi tidak dihitung' : `${teksBilangan(saran.jumlah)} kali`,
    },
    { nama: 'Layanan', teks: saran.layanan ?? 'tidak disebut' },
    ...(saran.baris.length > 0 ? [{ nama: 'Baris dalam berkas', teks: baris }] : []),
    ...(diputuskan
      ? [
          { nama: 'Unsur', teks: namaUnsur(tempat, saran.unsur) },
          { nama: 'Ditanggapi oleh', teks: saran.unit?.nama ?? 'Koordinator' },
        ]
      : []),
  ];
}
