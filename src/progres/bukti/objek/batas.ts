/** Told before a file is chosen, and kept while it is received. */
export const BERKAS_TERBESAR_MB = 25;
export const BERKAS_TERBESAR = BERKAS_TERBESAR_MB * 1024 * 1024;

/** For `accept` of a file input; what a file really is is found from its content. */
export const JENIS_DITERIMA = '.jpg,.jpeg,.png,.webp,.heic,.heif,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.odt,.ods,.odp';

/** The sentence beside the field. */
export const KALIMAT_BATAS = `Foto (JPEG, PNG, WebP, HEIC), PDF, Word, Excel, PowerPoint, atau OpenDocument; masing-masing paling besar ${BERKAS_TERBESAR_MB} MB.`;
