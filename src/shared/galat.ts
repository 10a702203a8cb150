/**
 * A mistake of the person or of the input, told in an Indonesian sentence that says what to do. Exit code 1 on the command line,
 * 4xx in HTTP; never logged as an error of the software.
 */
export class GalatPengguna extends Error {
  override readonly name: string = 'GalatPengguna';
}

/** It was locked while somebody was writing: a form shows the sentence and keeps what was typed. */
export class GalatTerkunci extends GalatPengguna {
  override readonly name: string = 'GalatTerkunci';
}

/** The thing asked for does not exist (404). */
export class GalatTidakDitemukan extends GalatPengguna {
  override readonly name: string = 'GalatTidakDitemukan';
}

/** Nobody is signed in: a page leads to the sign-in page, anything else answers 401. */
export class GalatBelumMasuk extends GalatPengguna {
  override readonly name: string = 'GalatBelumMasuk';

  constructor(pesan = 'Masuk dahulu untuk membuka halaman ini.') {
    super(pesan);
  }
}

/** Signed in and in the agency, but this is not for the roles held there (403). */
export class GalatTidakBerhak extends GalatPengguna {
  override readonly name: string = 'GalatTidakBerhak';
}

/** Something outside does not answer now (503): nothing is wrong with what was sent, and the same may be tried again. */
export class GalatSementara extends GalatPengguna {
  override readonly name: string = 'GalatSementara';
}

/** The answer has been sent where it was found that nothing may happen; nothing is left to say. */
export class SudahDijawab extends Error {
  override readonly name: string = 'SudahDijawab';
}
