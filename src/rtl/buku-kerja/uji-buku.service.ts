import { createHash, randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Tempat } from '../../organisasi/tempat';
import { Transaksi } from '../../database/transaksi';
import type { CatatanSel, IsiBuku, LembarTerbaca } from '../../shared/buku-kerja/buku-kerja';
import { GalatTidakDitemukan } from '../../shared/galat';
import type { JenisPeriode } from '../../shared/periode';
import { Penyimpanan } from '../../storage/penyimpanan';
import { PerubahanService } from '../susun/perubahan.service';
import { pastikanDraf, pastikanIzin, rencanaTidakAda } from '../susun/rencana-terkunci';
import { SusunanQuery } from '../susun/susunan.query';
import type { BahanUji } from './acuan-uji';
import { bukaKiriman, tabelBuku, tabelTempelan } from './baca-kiriman';
import { ujiTabel, type TabelUji } from './penguji';
import { bukuRencana, tahunBuku } from './tulis-buku';
import { UjiBukuEntity, type SumberUji } from './uji-buku.entity';

const SUMBER: Readonly<Record<SumberUji, string>> = { 'buku-kerja': 'buku kerja', tempelan: 'tempelan' };

/** Days after which a dry run that nobody applied is removed: the plan is another one by then. */
const HARI_SIMPAN = 30;

/** Where a remark on a whole row stands. */
const KOLOM_KODE = 1;

export interface BahanGalat {
  readonly bita: Uint8Array;
  readonly lembar: string;
  readonly catatan: readonly CatatanSel[];
}

/** A plan out as a workbook, and tables of kegiatan in: first as a dry run that is kept, then exactly that, or nothing. */
@Injectable()
export class UjiBukuService {
  private readonly catatan = new Logger(UjiBukuService.name);

  constructor(
    private readonly transaksi: Transaksi,
    private readonly query: SusunanQuery,
    private readonly perubahan: PerubahanService,
    private readonly penyimpanan: Penyimpanan,
  ) {}

  /** @throws {HalamanTidakAda} when there is no such plan */
  async bahan(tempat: Tempat, kode: string): Promise<BahanUji> {
    const rencana = await this.query.rencana(tempat.instansi.id, kode);
    if (!rencana) throw rencanaTidakAda(tempat, kode);
    const survei = await this.transaksi.manager.query<
      { kode: string; judul: string; jenis: JenisPeriode; tahun: number; ke: number | null; instrumen: string }[]
    >(
      `SELECT kode, judul, instrumen, periode_jenis AS jenis, periode_tahun AS tahun, periode_ke AS ke FROM survei
       WHERE instansi_id = $1 ORDER BY urutan, kode`,
      [tempat.instansi.id],
    );
    const instrumen = survei.find((s) => s.kode === rencana.survei)?.instrumen;
    return {
      rencana,
      acuan: await this.query.acuan(rencana),
      survei: survei.map(({ kode: k, judul, jenis, tahun, ke }) => ({
        kode: k,
        judul,
        periode: ke === null ? { jenis, tahun } : { jenis, tahun, ke },
      })),
      unsurUmum: instrumen === 'PERMENPAN-14-2017',
    };
  }

  /** What the plan's workbook holds, to be written outside the transaction. */
  async isiUnduhan(tempat: Tempat, kode: string): Promise<IsiBuku> {
    const bahan = await this.bahan(tempat, kode);
    return bukuRencana(bahan, tahunBuku(bahan, tahunIni(tempat)));
  }

  /**
   * @param lembar of the workbook, read before (`bukaKiriman`)
   * @returns id of the dry run
   * @throws {GalatKiriman}
   */
  async ujiBuku(tempat: Tempat, kode: string, bita: Uint8Array, lembar: readonly LembarTerbaca[]): Promise<string> {
    return this.uji(tempat, kode, 'buku-kerja', bita, null, (bahan, tahun) => tabelBuku(lembar, bahan.rencana, tahun));
  }

  /** @param tahun for columns and cells that name none; null = of the plan @throws {GalatKiriman} */
  async ujiTempelan(tempat: Tempat, kode: string, teks: string, tahun: number | null): Promise<string> {
    const bita = Buffer.from(teks);
    return this.uji(tempat, kode, 'tempelan', bita, tahun, (bahan, t) => tabelTempelan(teks, bahan.rencana, t));
  }

  /** The same file or table against the plan as it is now. @throws {GalatTidakDitemukan | GalatKiriman} */
  async ulangi(tempat: Tempat, kode: string, id: string): Promise<string> {
    const lama = await this.satu(tempat, kode, id);
    const bita = await this.berkas(lama);
    if (lama.sumber === 'tempelan') return this.ujiTempelan(tempat, kode, bita.toString('utf8'), lama.tahun);
    return this.ujiBuku(tempat, kode, bita, await bukaKiriman(bita));
  }

  private async uji(
    tempat: Tempat,
    kode: string,
    sumber: SumberUji,
    bita: Uint8Array,
    tahun: number | null,
    baca: (bahan: BahanUji, tahun: number) => TabelUji,
  ): Promise<string> {
    pastikanIzin(tempat, 'rencana.susun');
    const bahan = await this.bahan(tempat, kode);
    pastikanDraf(bahan.rencana);
    await this.sapu(tempat);
    const tahunIsi = tahun ?? tahunBuku(bahan, tahunIni(tempat))[0] ?? tahunIni(tempat);
    const { hasil, perubahan } = await ujiTabel(bahan, baca(bahan, tahunIsi), randomUUID);
    const id = randomUUID();
    await this.transaksi.manager.insert(UjiBukuEntity, {
      id,
      instansiId: tempat.instansi.id,
      rencanaId: bahan.rencana.id,
      sumber,
      tahun: tahunIsi,
      berkasKunci: await this.penyimpanan.simpan(bita),
      berkasSidik: createHash('sha256').update(bita).digest('hex'),
      sidik: bahan.rencana.sidik,
      hasil,
      perubahan: [...perubahan],
      keadaan: 'menunggu',
      olehId: tempat.pelaku.penggunaId,
      olehNama: this.transaksi.konteks.oleh.nama,
      pada: tempat.sekarang,
      diterapkanPada: null,
    });
    return id;
  }

  /** The agency's dry runs that waited too long, with what was sent for them. */
  private async sapu({ instansi, sekarang }: Tempat): Promise<void> {
    const usang = await this.transaksi.manager.find(UjiBukuEntity, {
      where: {
        instansiId: instansi.id,
        keadaan: 'menunggu',
        pada: LessThan(new Date(sekarang.getTime() - HARI_SIMPAN * 86_400_000)),
      },
      select: { id: true, berkasKunci: true },
    });
    for (const { id, berkasKunci } of usang) {
      // Somebody may be applying it just now.
      const { affected } = await this.transaksi.manager.delete(UjiBukuEntity, { id, keadaan: 'menunggu' });
      if (affected === 1) await this.transaksi.sesudahKomit(() => this.buang(berkasKunci));
    }
  }

  /** What cannot be removed now stays behind, and nobody reads it. */
  private async buang(kunci: string): Promise<void> {
    await this.penyimpanan.hapus(kunci).catch((galat: unknown) => this.catatan.warn(String(galat)));
  }

  /**
   * Does what the dry run says, as it stands; twice is once.
   * @throws {GalatRencanaBerubah} when the plan is another one than it was made from; nothing was written
   * @throws {GalatTidakDitemukan}
   */
  terapkan(tempat: Tempat, kode: string, id: string): Promise<void> {
    return this.transaksi.jalankan(async (manager) => {
      await this.satu(tempat, kode, id);
      await manager.query('SELECT 1 FROM uji_buku WHERE id = $1 FOR UPDATE', [id]);
      const uji = await this.satu(tempat, kode, id);
      if (uji.keadaan === 'diterapkan') return;
      await this.perubahan.terapkanPerubahan(tempat, kode, uji.perubahan, { sidik: uji.sidik, sumber: SUMBER[uji.sumber] });
      await manager.update(UjiBukuEntity, { id }, { keadaan: 'diterapkan', diterapkanPada: tempat.sekarang });
    });
  }

  /** The workbook that was sent, and a remark for every cell that was refused. */
  async bahanGalat(tempat: Tempat, kode: string, id: string): Promise<BahanGalat> {
    const uji = await this.satu(tempat, kode, id);
    const { lembar, baris } = uji.hasil;
    if (uji.sumber !== 'buku-kerja' || lembar === null) throw ujiTidakAda();
    const perSel = new Map<string, CatatanSel>();
    for (const { baris: b, kolom, pesan } of baris.flatMap((x) => x.masalah)) {
      const letak = { baris: b, kolom: kolom ?? KOLOM_KODE };
      const kunci = `${letak.baris},${letak.kolom}`;
      const ada = perSel.get(kunci);
      perSel.set(kunci, { ...letak, teks: ada ? `${ada.teks}\n${pesan}` : pesan });
    }
    return { bita: await this.berkas(uji), lembar, catatan: [...perSel.values()] };
  }

  /** @throws {GalatTidakDitemukan} for one of another plan */
  async satu({ instansi }: Tempat, kode: string, id: string): Promise<UjiBukuEntity> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw ujiTidakAda();
    const uji = await this.transaksi.manager.findOne(UjiBukuEntity, {
      where: { id, instansiId: instansi.id, rencana: { kode } },
    });
    if (!uji) throw ujiTidakAda();
    return uji;
  }

  /** The latest of a plan, newest first, without what they came to. */
  terakhir(rencanaId: string): Promise<Pick<UjiBukuEntity, 'id' | 'sumber' | 'keadaan' | 'olehNama' | 'pada'>[]> {
    const kolom = { id: true, sumber: true, keadaan: true, olehNama: true, pada: true } as const;
    return this.transaksi.manager.find(UjiBukuEntity, { where: { rencanaId }, select: kolom, order: { pada: 'DESC' }, take: 5 });
  }

  async berkas({ berkasKunci }: UjiBukuEntity): Promise<Buffer> {
    const bita = await this.penyimpanan.buka(berkasKunci);
    if (!bita) throw new GalatTidakDitemukan('Berkas yang diperiksa sudah tidak tersimpan. Unggah atau tempelkan lagi.');
    return bita;
  }
}

const tahunIni = ({ hariIni }: Tempat): number => Number(hariIni.slice(0, 4));

function ujiTidakAda(): GalatTidakDitemukan {
  return new GalatTidakDitemukan('Hasil pemeriksaan ini tidak ada pada rencana ini. Unggah atau tempelkan lagi.');
}
