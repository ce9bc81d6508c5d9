// Lets lib/server run outside Next. The package `server-only` fails on purpose wherever a bundler has not
// replaced it; here there is no browser code that it could guard. (Node's condition "react-server" would
// choose its empty half too, but with it a React that cannot load Next's modules.)
import { register } from "node:module";

register("./server-only.mjs", import.meta.url);
