import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import Handlebars, { type HelperDelegate } from 'handlebars';

/** Templates of one folder: `render('laporan/dokumen', model)` gives the HTML of `views/laporan/dokumen.hbs`. */
export interface MesinTemplat {
  /** @throws {Error} when the template is unknown, or names a field that the context lacks (absent values are `null`, never missing) */
  render(nama: string, konteks: object): string;
}

/**
 * Every `.hbs` below `folder` is a template and a partial under its path without the suffix (`{{> laporan/sampul}}`). Each is
 * compiled once. Output is always escaped, contexts give no access to prototypes, and only the given helpers exist, so that a
 * name in a template can only be a field or one of these.
 */
export function muatTemplat(folder: string, bantuan: Readonly<Record<string, HelperDelegate>> = {}): MesinTemplat {
  const handlebars = Handlebars.create();
  const knownHelpers: Record<string, boolean> = {};
  for (const [nama, fungsi] of Object.entries(bantuan)) {
    handlebars.registerHelper(nama, fungsi);
    knownHelpers[nama] = true;
  }
  const templat = new Map<string, Handlebars.TemplateDelegate>();
  for (const berkas of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!berkas.endsWith('.hbs')) continue;
    const nama = berkas.slice(0, -'.hbs'.length).split(sep).join('/');
    const isi = readFileSync(join(folder, berkas), 'utf8');
    templat.set(nama, handlebars.compile(isi, { strict: true, knownHelpers, knownHelpersOnly: true }));
  }
  for (const [nama, fungsi] of templat) handlebars.registerPartial(nama, fungsi);
  return {
    render(nama, konteks) {
      const fungsi = templat.get(nama);
      if (!fungsi) throw new Error(`Templat tidak ada: ${nama}`);
      return fungsi(konteks, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    },
  };
}
