/** A plain look, the same for all layouts, hung on the engine's own `data-sim` names. */
export const STYLE = `
* { box-sizing: border-box; }
html, body { margin: 0; height: 100%; font: 15px/1.55 system-ui, "DejaVu Sans", sans-serif; color: #1c2430; background: #fbfbf9; }
[data-sim=app] { display: flex; height: 100vh; }
[data-sim=sidebar] { flex: 0 0 210px; padding: 20px 14px; border-right: 1px solid #e4e4de; background: #f3f3ee; overflow: auto; }
[data-sim=links] { display: flex; flex-direction: column; gap: 4px; }
[data-sim=chat-link] { padding: 6px 10px; border-radius: 8px; color: inherit; text-decoration: none; font-size: 14px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
[data-sim=chat-link]:hover { background: #e7e7df; }
[data-sim=scroller] { flex: 1; overflow-y: auto; padding: 18px 24px 0; }
[data-sim=list] { display: block; max-width: 720px; margin: 0 auto; width: 100%; }
[data-sim=user] { margin: 22px 0 6px auto; padding: 10px 16px; border-radius: 16px; background: #e9eef2; width: fit-content; max-width: 80%; display: block; overflow-wrap: anywhere; }
[data-sim=user] p { margin: 0; }
[data-sim=assistant] { margin: 10px 0; overflow-wrap: anywhere; }
[data-sim=thinking], [data-streaming-response-status] { margin: 10px 0; font-size: 13px; color: #6a7380; }
[data-sim=thinking] button { border: 0; background: none; color: inherit; padding: 0; }
[data-sim=actions] { display: flex; gap: 4px; align-items: center; min-height: 28px; font-size: 13px; color: #6a7380; }
[data-sim=actions] > div { display: flex; align-items: center; gap: 4px; }
button { font: inherit; color: inherit; border: 1px solid transparent; border-radius: 8px; background: transparent; padding: 2px 8px; cursor: pointer; }
button:hover { background: #ececE5; }
[data-sim=user-actions] { display: flex; justify-content: flex-end; gap: 4px; font-size: 13px; color: #6a7380; }
[data-language] { margin: 10px 0; padding: 12px; border-radius: 10px; background: #f0f0ea; font-size: 13px; }
.cm-line { white-space: pre-wrap; font-family: monospace; min-height: 1.4em; }
infinite-scroller, user-query, user-query-content, model-response, response-container, message-content, message-actions, structured-content-container, model-thoughts { display: block; }
.query-content { display: flex; }
mat-icon, gem-icon { display: inline-block; }
mat-icon[fonticon]::before { content: "•"; }
[data-sim=send] mat-icon::before, [data-sim=stop] mat-icon::before { content: ""; }
mat-icon[fonticon=edit]::before { content: "✎"; } mat-icon[fonticon=refresh]::before { content: "↻"; } mat-icon[fonticon=content_copy]::before { content: "❐"; } mat-icon[fonticon=thumb_up]::before { content: "+"; }
[data-sim=composer-box] { position: sticky; bottom: 0; display: flex; flex-wrap: wrap; align-items: end; gap: 8px; max-width: 720px; margin: 28px auto 0; padding: 10px 12px; border: 1px solid #d5d5cd; border-radius: 18px; background: #fff; }
#thread-bottom-container, [data-chat-input-container] { position: sticky; bottom: 0; padding-bottom: 14px; background: #fbfbf9; }
[data-sim=composer-box][hidden] { display: none; }
[data-sim=composer] { flex: 1 0 60%; min-height: 26px; max-height: 180px; overflow: auto; outline: none; padding: 2px 6px; white-space: pre-wrap; }
[data-sim=composer] p { margin: 0; }
[data-sim=send], [data-sim=stop] { background: #1c2430; color: #fff; }
[data-sim=send]:disabled { opacity: .3; }
[data-sim=send]:hover, [data-sim=stop]:hover { background: #39465a; }
[data-sim=model] { font-weight: 600; }
[data-sim=column] { flex: 1; min-width: 0; height: 100vh; display: flex; flex-direction: column; padding-bottom: 18px; }
chat-app, .chat-app { display: contents; }
rich-textarea { flex: 1 0 60%; }
[data-sim=column] > [data-sim=composer-box] { width: calc(100% - 48px); margin-top: 8px; }
fieldset { min-width: 0; }
[data-sim=banner] { max-width: 720px; margin: 0 auto; }
[data-sim=home] { margin: 18vh 0 0; text-align: center; }
[data-sim=home] p { font-size: 24px; }
[data-sim=suggestion] { margin: 4px; border: 1px solid #d5d5cd; padding: 6px 14px; border-radius: 16px; }
[data-sim=limit], [role=alert] { margin: 12px 0; padding: 10px 14px; border-radius: 10px; background: #fbeee6; }
[data-sim=label] { position: fixed; top: 10px; right: 14px; padding: 2px 10px; border-radius: 10px; background: #1c2430; color: #fff; font-size: 12px; opacity: .75; }
[data-sim=edit-box] { width: 100%; min-width: 420px; min-height: 70px; font: inherit; }
pre { margin: 10px 0; padding: 12px; border-radius: 10px; background: #f0f0ea; overflow-x: auto; font-size: 13px; white-space: pre-wrap; }
pre > div:first-child:not(:last-child), .code-block-decoration { font-size: 12px; color: #6a7380; }
table { border-collapse: collapse; } th, td { border: 1px solid #dcdcd4; padding: 4px 10px; text-align: left; }
img { max-width: 160px; }
.sr-only, .cdk-visually-hidden, .katex-mathml, .ql-clipboard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
[data-testid=webpage-citation-pill], source-footnote { margin-left: 4px; padding: 0 8px; border-radius: 9px; background: #e9eef2; font-size: 12px; }
`;
