import "@fontsource-variable/noto-sans-jp/index.css";
import "@fontsource-variable/noto-serif-jp/index.css";
