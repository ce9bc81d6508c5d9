import { setOut } from "@/components/shell/coming/going-to";
import { keepTypedEarly } from "@/components/ui/typed-early";

// Once in the browser, before the page comes alive.
keepTypedEarly();

/** Next calls it when somebody sets out for another page. */
export const onRouterTransitionStart = setOut;
