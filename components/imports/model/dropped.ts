/** A file with the folders it lies in, parted by "/". */
export interface NamedFile {
  name: string;
  file: File;
}

/** What systems leave in folders and nobody means to bring in. */
const HIDDEN = /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX)(?:\/|$)/iu;

const meant = (files: readonly NamedFile[]) => files.filter(({ name }) => !HIDDEN.test(name));

/** The files of an input, in the order of their names where they came as a folder. */
export const chosenFiles = (files: Iterable<File>) =>
  meant([...files].map((file) => ({ name: file.webkitRelativePath || file.name, file })));

/** What was dropped, folders with all that lies in them. */
export async function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  // The list is emptied once the event is over, so everything is taken from it first.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...data.files];
  if (entries.every((entry) => entry === null)) return chosenFiles(files);
  const found: NamedFile[] = [];
  for (const entry of entries) if (entry) await gather(entry, "", found);
  return meant(found);
}

async function gather(entry: FileSystemEntry, above: string, found: NamedFile[]): Promise<void> {
  const name = above + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push({ name, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  for (;;) {
    // A browser answers a hundred at a time, in no order, until there are no more.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    inside.push(...some);
  }
  for (const each of inside.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true })))
    await gather(each, `${name}/`, found);
}
