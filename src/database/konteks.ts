/** Who acts and from where, as the audit will tell it. */
export interface Oleh {
  readonly nama: string;
  /** posts held, by agency */
  readonly jabatan: readonly { readonly instansiId: string; readonly jabatan: string }[];
  /** roles held, by agency */
  readonly peran: readonly { readonly instansiId: string; readonly peran: string }[];
  readonly ip: string | null;
  /** user agent, or the name of the command */
  readonly agen: string | null;
}

/** What a piece of work may touch: row-level security shows and takes rows of these agencies only. */
export interface Konteks {
  readonly instansi: readonly string[];
  /** sees their own roles and memberships in any agency */
  readonly pengguna: string | null;
  /** sees and makes the rows of the table of agencies, no content of any */
  readonly operator: boolean;
  readonly oleh: Oleh;
}
