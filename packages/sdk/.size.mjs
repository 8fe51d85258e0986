import { buildSync } from 'esbuild'; import { brotliCompressSync, constants } from 'node:zlib';
for (const door of process.argv.slice(2)) { const r = buildSync({ stdin:{contents:`export * from '${door}'`, resolveDir:'/work/main/packages/sdk'}, bundle:true, minify:true, format:'esm', write:false, conditions:['source'], target:'es2020', splitting:false, external:[] });
console.log(door, r.outputFiles[0].contents.length, brotliCompressSync(r.outputFiles[0].contents,{params:{[constants.BROTLI_PARAM_QUALITY]:11}}).length); if(process.env.SHOW) console.log(r.outputFiles[0].text); }
