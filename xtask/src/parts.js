// Loads the parts of the page when they are asked for. The build lists them below: FILES has the name of each file,
// PARTS the places there of the files of each part. This script is part of the first download, so no name stands here twice.
const FILES = [/*FILES*/];
const PARTS = {/*PARTS*/};

// What the first module exports; the script that starts the page hands it over, and every part stands on it.
let begin;
const ground = new Promise((resolve) => (begin = resolve));

const fetched = new Map();
const standing = new Map();

// Keeps what succeeds. What fails is tried again by the next call.
function once(kept, file, make) {
  if (!kept.has(file)) {
    const made = make(file);
    kept.set(file, made);
    made.catch(() => kept.delete(file));
  }
  return kept.get(file);
}

async function answer(file) {
  const response = await fetch(new URL(FILES[file], import.meta.url));
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  return response;
}

const content = async (file) => (await answer(file)).arrayBuffer();

async function compile(file) {
  if (fetched.has(file)) return WebAssembly.compile(await fetched.get(file));
  const response = await answer(file);
  // Compiling while it comes asks for exactly this type, and not every host knows it.
  if (response.headers.get("Content-Type")?.toLowerCase() === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

// A file stands once its functions are in the table and its data in the memory; which of them comes first does not matter.
const stand = (file) =>
  once(standing, file, async () => {
    const [main, module] = await Promise.all([ground, compile(file)]);
    await WebAssembly.instantiate(module, { __wasm_split: main });
    fetched.delete(file);
  });

// What the first module calls for a part. It goes on by a function of its own, which has its place in the table.
const loader = (part) => async (next, data) => {
  let here = true;
  try {
    await Promise.all(PARTS[part].map(stand));
  } catch (error) {
    if (!window.awardKitLeft) console.error(error);
    here = false;
  }
  (await ground).__indirect_function_table.get(next)(data, here);
};

globalThis.awardKitParts = {
  begin,
  // Has a part stand as soon as it can, for whoever comes to one of its pages at once. What fails is left for when it is asked for.
  prepare: (part) => PARTS[part]?.forEach((file) => stand(file).catch(() => {})),
  // Fetches the files of a part and compiles nothing; loading it later asks the host for none of them again. What fails is
  // left for then.
  fetch: async (part) => {
    for (const file of PARTS[part] ?? []) if (!standing.has(file)) once(fetched, file, content);
  },
};

// What the first module imports, by the name of the part.
export const LOADERS = Object.fromEntries(Object.keys(PARTS).map((part) => [part, loader(part)]));
