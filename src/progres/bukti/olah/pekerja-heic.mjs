// A thread of its own for every HEIC picture: decoding takes seconds and much memory, which goes with the thread.
// Plain JavaScript, because it is started as it stands.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import decode from 'heic-decode';

const { width, height, data } = await decode({ buffer: await readFile(workerData.jalur) });
const bita = data.buffer.byteLength === data.byteLength ? data : data.slice();
parentPort.postMessage({ lebar: width, tinggi: height, bita }, [bita.buffer]);
