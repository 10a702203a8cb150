import { jalurInstansi } from '../../../rtl/halaman/halaman-rtl.view';
import type { GalatMedan, Ketikan } from '../../../shared/isian';
import { akhirPeriode, awalPeriode, namaPeriodeLengkap, periode } from '../../../shared/periode';
import { tautanLuar } from '../../../shared/tampilan/tautan';
import { hariPertama, hariTerakhir, tanggalIndonesia, waktuIndonesia } from '../../../shared/tanggal';
import { ukuranBerkas } from '../../../shared/ukuran';
import { jalurLapor, UTAMA, type Bagian, type BuktiDiminta, type TempatLapor } from '../../lapor/tempat-lapor';
import { BERKAS_TERBESAR, JENIS_DITERIMA, KALIMAT_BATAS } from '../objek/batas';
import type { BuktiTersimpan } from './bukti-laporan.query';
import { medanBukti, medanSasaran, type IsianBukti, type SasaranBukti } from './medan-bukti';

interface MedanKecil {
  readonly id: string;
  readonly nilai: string;
  readonly galat: string | null;
}

interface TambahView {
  readonly id: string;
  readonly label: string;
  readonly galat: readonly string[];
  /** what was typed; of a link */
  readonly nilai: string;
  /** for `accept` */
  readonly diterima: string;
  /** id of the sentence with the limits */
  readonly batas: string;
}

export interface ButirBuktiView {
  readonly id: string;
  readonly nama: string;
  readonly ikon: string;
  /** null for a link that is none */
  readonly tautan: string | null;
  readonly luar: boolean;
  readonly kecil: string | null;
  readonly rincian: string;
  readonly tersimpan: string;
  readonly peringatan: string | null;
  readonly keterangan: string | null;
  readonly tanggal: string | null;
  /** null where nothing may be changed */
  readonly isian: {
    readonly tanggal: MedanKecil;
    readonly keterangan: MedanKecil;
    readonly tempat: MedanKecil;
    readonly pilihan: readonly { readonly nilai: string; readonly teks: string; readonly dipilih: boolean }[];
    readonly ganti: TambahView | null;
    readonly lepas: string;
  } | null;
  readonly versi: readonly { readonly nama: string; readonly tautan: string; readonly pada: string }[];
}

interface KelompokBuktiView {
  readonly kunci: string;
  readonly judul: string;
  readonly uraian: string | null;
  /** whether what is expected is there; null where nothing is */
  readonly terisi: boolean | null;
  readonly surat: boolean;
  readonly butir: readonly ButirBuktiView[];
  readonly berkas: TambahView | null;
  readonly tautan: TambahView | null;
}

/** For the partial `progres/bukti-isian`, which stands inside the form of a report. */
export interface BuktiIsianView {
  readonly bagian: Bagian;
  readonly boleh: boolean;
  readonly jumlah: number;
  readonly batas: string;
  readonly bitaTerbanyak: number;
  /** whereto the block is sent, with files and all; its page too */
  readonly alamat: string;
  /** for files piece by piece */
  readonly unggahan: string;
  readonly telepon: string;
  readonly kelompok: readonly KelompokBuktiView[];
}

interface PilihanBlok {
  readonly bagian: Bagian;
  /** whether the reader may change it now */
  readonly boleh: boolean;
  readonly ketikan?: Ketikan;
  readonly galat?: readonly GalatMedan[];
}

const IKON = { foto: 'photo', dokumen: 'file-text', tautan: 'link' } as const;
const JENIS = { foto: 'foto', dokumen: 'dokumen', tautan: 'tautan' } as const;

/** @param semua all evidence of the report, taken out and replaced pieces included */
export function buktiIsianView(tempat: TempatLapor, semua: readonly BuktiTersimpan[], pilihan: PilihanBlok): BuktiIsianView {
  const { bagian, boleh } = pilihan;
  const milik = semua.filter((b) => b.bagian === bagian && b.dilepas === null);
  const blok = new Blok(tempat, semua, pilihan);
  const diminta = bagian === UTAMA ? tempat.buktiDiharapkan : [];
  const lain = (b: BuktiTersimpan) => !b.surat && !diminta.some((d) => d.urutan === b.diharapkan);
  return {
    bagian,
    boleh,
    jumlah: milik.length,
    batas: KALIMAT_BATAS,
    bitaTerbanyak: BERKAS_TERBESAR,
    alamat: `${jalurLapor(tempat, 'bukti')}?bagian=${bagian}`,
    unggahan: jalurLapor(tempat, 'unggahan'),
    telepon: `${jalurLapor(tempat, 'telepon')}?bagian=${bagian}`,
    kelompok: [
      ...diminta.map((d) =>
        blok.diharapkan(
          d,
          milik.filter((b) => !b.surat && b.diharapkan === d.urutan),
        ),
      ),
      blok.lain(milik.filter(lain), diminta.length > 0),
      ...(bagian === UTAMA ? [blok.surat(milik.filter((b) => b.surat))] : []),
    ],
  };
}

class Blok {
  private readonly galat: readonly GalatMedan[];
  private readonly ketikan: Ketikan;

  constructor(
    private readonly tempat: TempatLapor,
    private readonly semua: readonly BuktiTersimpan[],
    private readonly pilihan: PilihanBlok,
  ) {
    this.galat = pilihan.galat ?? [];
    this.ketikan = pilihan.ketikan ?? {};
  }

  diharapkan(d: BuktiDiminta, milik: readonly BuktiTersimpan[]): KelompokBuktiView {
    const sasaran = this.sasaran({ diharapkan: d.urutan });
    const label = d.uraian;
    return {
      kunci: String(d.urutan),
      judul: label,
      uraian: `Diharapkan menurut rencana: ${JENIS[d.jenis]}.`,
      terisi: this.semua.some((b) => b.dilepas === null && b.diharapkan === d.urutan),
      surat: false,
      butir: milik.map((b) => this.butir(b)),
      berkas: d.jenis === 'tautan' ? null : this.tambah('berkas', sasaran, `Tambah berkas: ${label}`),
      tautan: d.jenis === 'tautan' ? this.tambah('tautan', sasaran, `Tambah tautan: ${label}`) : null,
    };
  }

  lain(milik: readonly BuktiTersimpan[], adaDiharapkan: boolean): KelompokBuktiView {
    const sasaran = this.sasaran({});
    return {
      kunci: 'lain',
      judul: adaDiharapkan ? 'Bukti lain' : 'Foto, dokumen, dan tautan',
      uraian: null,
      terisi: null,
      surat: false,
      butir: milik.map((b) => this.butir(b)),
      berkas: this.tambah('berkas', sasaran, 'Tambah berkas'),
      tautan: this.tambah('tautan', sasaran, 'Tambah tautan'),
    };
  }

  surat(milik: readonly BuktiTersimpan[]): KelompokBuktiView {
    return {
      kunci: 'surat',
      judul: 'Surat keputusan',
      uraian: 'Hanya bila kegiatan ini tidak dapat dilaksanakan: surat yang mendasarinya.',
      terisi: null,
      surat: true,
      butir: milik.map((b) => this.butir(b)),
      berkas: this.tambah('berkas', this.sasaran({ surat: true }), 'Tambah surat keputusan'),
      tautan: null,
    };
  }

  private sasaran(isi: Partial<SasaranBukti>): SasaranBukti {
    return { bagian: this.pilihan.bagian, diharapkan: null, surat: false, menggantikan: null, ...isi };
  }

  private tambah(cara: 'berkas' | 'tautan', sasaran: SasaranBukti, label: string): TambahView | null {
    if (!this.pilihan.boleh) return null;
    const id = medanSasaran(cara, sasaran);
    const galat = this.galat.filter((g) => g.medan === id).map((g) => g.pesan);
    const nilai = cara === 'tautan' && galat.length > 0 ? (this.ketikan[id] ?? '') : '';
    return { id, label, galat, nilai, diterima: JENIS_DITERIMA, batas: `bukti-${this.pilihan.bagian}-batas` };
  }

  private butir(b: BuktiTersimpan): ButirBuktiView {
    const { instansi } = this.tempat;
    const unduh = (id: string, ...akhir: string[]) => jalurInstansi(this.tempat, 'bukti', id, ...akhir);
    return {
      id: b.id,
      nama: b.nama,
      ikon: b.jenisBerkas === 'application/pdf' ? 'file-type-pdf' : IKON[b.jenis],
      tautan: b.url === null ? unduh(b.id) : tautanLuar(b.url),
      luar: b.url !== null,
      kecil: b.adaKecil ? unduh(b.id, 'kecil') : null,
      rincian: rincian(b),
      tersimpan: `Tersimpan ${waktuIndonesia(instansi.zonaWaktu, b.pada)} oleh ${b.olehNama}`,
      peringatan: luarPeriode(this.tempat, b.tanggal),
      keterangan: b.keterangan,
      tanggal: b.tanggal === null ? null : tanggalIndonesia(b.tanggal),
      isian: this.pilihan.boleh ? this.isianButir(b) : null,
      versi: this.sebelumnya(b).map((v) => ({
        nama: v.nama,
        tautan: v.url === null ? unduh(v.id) : (tautanLuar(v.url) ?? unduh(v.id)),
        pada: waktuIndonesia(instansi.zonaWaktu, v.pada),
      })),
    };
  }

  private isianButir(b: BuktiTersimpan): ButirBuktiView['isian'] {
    const tempat = this.medan(b, 'tempat', b.diharapkan === null ? '' : String(b.diharapkan));
    const pilihan = [
      { nilai: '', teks: 'bukti lain' },
      ...this.tempat.buktiDiharapkan.map((d) => ({ nilai: String(d.urutan), teks: d.uraian })),
    ].map((p) => ({ ...p, dipilih: p.nilai === tempat.nilai }));
    const sasaran = this.sasaran({ menggantikan: b.id });
    return {
      tanggal: this.medan(b, 'tanggal', b.tanggal === null ? '' : tanggalIndonesia(b.tanggal)),
      keterangan: this.medan(b, 'keterangan', b.keterangan ?? ''),
      tempat,
      pilihan: pilihan.length > 1 && !b.surat ? pilihan : [],
      ganti: b.url === null ? this.tambah('berkas', sasaran, `Ganti ${b.nama}`) : null,
      lepas: jalurLapor(this.tempat, 'bukti', b.id, 'lepas'),
    };
  }

  /** What was typed and not taken is shown again; else what is there. */
  private medan(b: BuktiTersimpan, isian: IsianBukti, tersimpan: string): MedanKecil {
    const id = medanBukti(b.id, isian);
    const galat = this.galat.find((g) => g.medan === id)?.pesan ?? null;
    return { id, galat, nilai: galat === null ? tersimpan : (this.ketikan[id] ?? tersimpan) };
  }

  /** What a piece took the place of, the latest first. */
  private sebelumnya(b: BuktiTersimpan): BuktiTersimpan[] {
    const lama = this.semua.find((x) => x.id === b.menggantikanId);
    return lama ? [lama, ...this.sebelumnya(lama)] : [];
  }
}

function rincian(b: BuktiTersimpan): string {
  return [
    ...(b.ukuran === null ? [] : [ukuranBerkas(b.ukuran)]),
    ...(b.waktuFoto === null ? [] : [`diambil ${tanggalIndonesia(b.waktuFoto.slice(0, 10))} menurut kamera`]),
    ...(b.adaTempatFoto ? ['tempatnya tercatat'] : []),
    ...(b.cara === 'telepon' ? ['dari ponsel'] : []),
  ].join(' · ');
}

/** A day or month of which nothing lies in the period. */
function luarPeriode(tempat: TempatLapor, tanggal: string | null): string | null {
  if (tanggal === null) return null;
  const p = periode(tempat.periode);
  const [awal, akhir] = [hariPertama(tanggal), hariTerakhir(tanggal)];
  if (akhir >= awalPeriode(p) && awal <= akhirPeriode(p)) return null;
  return `Tanggal kegiatan di luar ${namaPeriodeLengkap(p)}`;
}
