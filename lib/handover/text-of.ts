import type { Progress } from '../progress';

/** The text of a file, a piece at a time, and how much of it was read. */
export async function* textOf(file: Blob, progress: Progress): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let done = 0;
  for (;;) {
    const { value } = await reader.read();
    if (!value) break;
    done += value.length;
    progress(done, file.size);
    yield decoder.decode(value, { stream: true });
  }
  yield decoder.decode();
}
