import { Injectable, NotFoundException, type PipeTransform } from '@nestjs/common';

const KENDALI = /\p{Cc}/u;
/** As long as a code may be (docs/paket.md). */
const TERPANJANG = 100;

/** A code from the address: what can be no code names no page, and never reaches the database. */
@Injectable()
export class KodePipe implements PipeTransform<string, string> {
  transform(kode: string): string {
    if (kode === '' || kode.length > TERPANJANG || KENDALI.test(kode) || !kode.isWellFormed()) throw new NotFoundException();
    return kode;
  }
}
