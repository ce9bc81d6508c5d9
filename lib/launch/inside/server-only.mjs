// A hook of Node's module loader; see outside-next.mjs.
export async function resolve(specifier, context, next) {
  if (specifier !== "server-only") return next(specifier, context);
  return { url: "data:text/javascript,export {}", format: "module", shortCircuit: true };
}
