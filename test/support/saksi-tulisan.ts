import type { DataSource } from 'typeorm';

/** What moves with every request: when a session was last seen, and that a code was used. */
const BERGERAK = `- 'terakhir' - 'totp_langkah'`;

/**
 * Whether anything was written, asked after every request of a walk: each table but that of the limits tells of rows that came, went or
 * changed, so that only those that told something are read and compared. What was rolled back tells nothing.
 */
export class SaksiTulisan {
  /** table → its contents at `mulai` */
  private awal: Readonly<Record<string, string>> = {};

  private constructor(
    private readonly sumber: DataSource,
    private readonly tabel: readonly string[],
  ) {}

  /** @param sumber of a superuser */
  static async pasang(sumber: DataSource): Promise<SaksiTulisan> {
    const tabel = await sumber.query<{ nama: string }[]>(
      `SELECT relname AS nama FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'pembatas' ORDER BY 1`,
    );
    await sumber.query(`CREATE TABLE uji_saksi (nama text);
      CREATE FUNCTION uji_saksi() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN
        IF TG_LEVEL = 'ROW' AND TG_OP = 'UPDATE' THEN
          IF to_jsonb(OLD) ${BERGERAK} = to_jsonb(NEW) ${BERGERAK} THEN RETURN NULL; END IF;
        END IF;
        INSERT INTO uji_saksi VALUES (TG_TABLE_NAME);
        RETURN NULL;
      END $$`);
    for (const { nama } of tabel)
      await sumber.query(`CREATE TRIGGER uji_saksi AFTER INSERT OR UPDATE OR DELETE ON ${nama} FOR EACH ROW EXECUTE FUNCTION uji_saksi();
        CREATE TRIGGER uji_saksi_semua AFTER TRUNCATE ON ${nama} FOR EACH STATEMENT EXECUTE FUNCTION uji_saksi()`);
    const saksi = new SaksiTulisan(
      sumber,
      tabel.map((t) => t.nama),
    );
    saksi.awal = await saksi.isi(saksi.tabel);
    return saksi;
  }

  /** From here on nothing may change. */
  async mulai(): Promise<void> {
    this.awal = { ...this.awal, ...(await this.isi(await this.bercerita())) };
    await this.sumber.query('DELETE FROM uji_saksi');
  }

  /** Tables that differ from what they were at `mulai`. The limits are emptied for the next request. */
  async berubah(denganAudit = false): Promise<string[]> {
    const bercerita = (await this.bercerita('WITH hapus AS (DELETE FROM pembatas) ')).filter(
      (nama) => denganAudit || !nama.startsWith('audit'),
    );
    return bercerita.length === 0 ? [] : this.berbeda(bercerita);
  }

  /** The same with every table read, whether it told anything or not. */
  berubahSemua(): Promise<string[]> {
    return this.berbeda(this.tabel);
  }

  private async berbeda(tabel: readonly string[]): Promise<string[]> {
    const kini = await this.isi(tabel);
    return tabel.filter((nama) => kini[nama] !== this.awal[nama]);
  }

  private async bercerita(awalan = ''): Promise<string[]> {
    const baris = await this.sumber.query<{ nama: string }[]>(`${awalan}SELECT DISTINCT nama FROM uji_saksi ORDER BY 1`);
    return baris.map((b) => b.nama);
  }

  /** table → a digest of its rows */
  private async isi(tabel: readonly string[]): Promise<Record<string, string>> {
    if (tabel.length === 0) return {};
    const bagian = tabel.map(
      (nama) =>
        `SELECT '${nama}' AS t, coalesce(md5(string_agg(b, '' ORDER BY b)), '') AS s FROM (SELECT md5((to_jsonb(x) ${BERGERAK})::text) COLLATE "C" AS b FROM ${nama} x) y`,
    );
    const baris = await this.sumber.query<{ t: string; s: string }[]>(bagian.join(' UNION ALL '));
    return Object.fromEntries(baris.map(({ t, s }) => [t, s]));
  }
}
