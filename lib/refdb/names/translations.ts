// biome-ignore-all format: a table reads by its rows

/**
 * A word of a site's menus in another language. `seen` is the month of a page that showed it; null marks a
 * translation that we expect and have not seen. A word that is missing here only makes the model a visible guess.
 */
interface TranslatedWord {
  readonly language: 'de' | 'fr' | 'es' | 'it' | 'pt' | 'ja' | 'zh' | 'ko' | 'vi';
  /** The canonical word; the empty string for words that say nothing of the model. */
  readonly means: string;
  readonly words: readonly string[];
  readonly seen: string | null;
}

/** Lower case, as the parser compares them. State of 2026-11. */
export const translatedWords: readonly TranslatedWord[] = [
  { language: 'ja', means: 'fast', words: ['高速モード', '高速'], seen: '2026-02' },
  { language: 'zh', means: 'fast', words: ['快速'], seen: '2026-03' },
  { language: 'zh', means: 'thinking', words: ['思考'], seen: '2026-03' },
  { language: 'zh', means: '', words: ['打开模式选择器', '当前模式为', '模型选择器', '当前模型为'], seen: '2026-05' },
  { language: 'ja', means: '', words: ['モード選択ツールを開く'], seen: '2026-02' },

  { language: 'de', means: 'fast', words: ['schnell'], seen: '2026-03' },
  { language: 'de', means: 'thinking', words: ['nachdenken'], seen: '2026-03' },
  { language: 'de', means: 'extended', words: ['erweitert', 'erweitertes'], seen: '2026-08' },
  { language: 'de', means: 'extra', words: ['sehr'], seen: null },
  { language: 'de', means: '', words: ['modusauswahl', 'öffnen', 'derzeit'], seen: null },
  { language: 'de', means: 'thinking', words: ['denken', 'denkmodus'], seen: null },
  { language: 'de', means: 'instant', words: ['sofort'], seen: null },
  { language: 'de', means: 'auto', words: ['automatisch'], seen: null },
  { language: 'de', means: 'low', words: ['niedrig'], seen: null },
  { language: 'de', means: 'medium', words: ['mittel'], seen: null },
  { language: 'de', means: 'high', words: ['hoch'], seen: null },
  { language: 'de', means: '', words: ['modus', 'modell'], seen: null },

  { language: 'fr', means: 'fast', words: ['rapide'], seen: null },
  { language: 'fr', means: 'thinking', words: ['réflexion', 'raisonnement'], seen: '2026-03' },
  { language: 'fr', means: 'instant', words: ['instantané', 'instantanée'], seen: '2026-10' },
  { language: 'fr', means: 'extended', words: ['étendu', 'étendue'], seen: '2026-08' },
  { language: 'fr', means: 'extra', words: ['très'], seen: '2026-10' },
  { language: 'fr', means: '', words: ['ouvrir', 'le', 'sélecteur', 'de', 'actuellement'], seen: null },
  { language: 'fr', means: 'auto', words: ['automatique'], seen: null },
  { language: 'fr', means: 'low', words: ['faible'], seen: null },
  { language: 'fr', means: 'medium', words: ['moyen', 'moyenne'], seen: null },
  { language: 'fr', means: 'high', words: ['élevé', 'élevée'], seen: '2026-10' },
  { language: 'fr', means: '', words: ['modèle'], seen: null },

  { language: 'es', means: 'fast', words: ['rápido', 'rápida'], seen: null },
  { language: 'es', means: 'thinking', words: ['pensar', 'pensamiento', 'razonamiento'], seen: '2026-03' },
  { language: 'es', means: 'instant', words: ['instantáneo', 'instantánea'], seen: '2026-10' },
  { language: 'es', means: 'extended', words: ['ampliado', 'ampliada', 'extendido', 'extendida'], seen: null },
  { language: 'es', means: 'extra', words: ['muy'], seen: '2026-10' },
  { language: 'es', means: 'auto', words: ['automático', 'automática'], seen: null },
  { language: 'es', means: 'low', words: ['bajo', 'baja'], seen: null },
  { language: 'es', means: 'medium', words: ['medio', 'media'], seen: null },
  { language: 'es', means: 'high', words: ['alto', 'alta'], seen: '2026-10' },
  { language: 'es', means: '', words: ['modo', 'modelo'], seen: null },

  { language: 'it', means: 'fast', words: ['veloce', 'rapido', 'rapida'], seen: null },
  { language: 'it', means: 'thinking', words: ['ragionamento', 'pensiero'], seen: null },
  { language: 'it', means: 'instant', words: ['istantaneo', 'istantanea'], seen: null },
  { language: 'it', means: 'auto', words: ['automatico', 'automatica'], seen: null },
  { language: 'it', means: 'extra', words: ['molto'], seen: null },
  { language: 'it', means: 'low', words: ['basso', 'bassa'], seen: null },
  { language: 'it', means: '', words: ['modalità', 'modello'], seen: null },

  { language: 'pt', means: 'thinking', words: ['raciocínio', 'pensamento'], seen: null },
  { language: 'pt', means: 'instant', words: ['instantâneo', 'instantânea'], seen: null },
  { language: 'pt', means: 'extra', words: ['muito'], seen: null },
  { language: 'pt', means: 'low', words: ['baixo', 'baixa'], seen: null },
  { language: 'pt', means: 'medium', words: ['médio', 'média'], seen: null },

  { language: 'ja', means: 'thinking', words: ['思考モード'], seen: null },
  { language: 'ja', means: 'instant', words: ['インスタント', '即時'], seen: null },
  { language: 'ja', means: 'auto', words: ['自動'], seen: null },
  { language: 'ja', means: 'pro', words: ['プロ'], seen: null },
  { language: 'ja', means: 'low', words: ['低'], seen: null },
  { language: 'ja', means: 'medium', words: ['中'], seen: null },
  { language: 'ja', means: 'high', words: ['高'], seen: null },
  { language: 'ja', means: '', words: ['モード', 'モデル'], seen: null },

  { language: 'zh', means: 'fast', words: ['快速模式', '快捷', '快捷模式'], seen: null },
  { language: 'zh', means: 'thinking', words: ['思考模式', '深度思考', '推理'], seen: null },
  { language: 'zh', means: 'instant', words: ['即时', '极速'], seen: null },
  { language: 'zh', means: 'auto', words: ['自动'], seen: null },
  { language: 'zh', means: 'pro', words: ['专业', '专业模式'], seen: null },
  { language: 'zh', means: 'medium', words: ['中等'], seen: null },
  { language: 'zh', means: '', words: ['模式', '模型'], seen: null },

  { language: 'vi', means: '', words: ['mở', 'công', 'cụ', 'chọn', 'chế', 'độ', 'hiện', 'tại', 'là'], seen: '2026-09' },

  { language: 'ko', means: 'extra', words: ['매우'], seen: null },
  { language: 'ko', means: 'fast', words: ['빠른', '빠름'], seen: null },
  { language: 'ko', means: 'thinking', words: ['사고', '추론'], seen: null },
  { language: 'ko', means: 'instant', words: ['즉시', '인스턴트'], seen: null },
  { language: 'ko', means: 'auto', words: ['자동'], seen: null },
  { language: 'ko', means: 'pro', words: ['프로'], seen: null },
  { language: 'ko', means: 'low', words: ['낮음'], seen: null },
  { language: 'ko', means: 'medium', words: ['중간', '보통'], seen: null },
  { language: 'ko', means: 'high', words: ['높음'], seen: null },
  { language: 'ko', means: '', words: ['모드', '모델'], seen: null },
];
