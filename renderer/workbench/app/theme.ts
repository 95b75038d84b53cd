import { type ThemeConfig, theme } from 'antd'
import { COLOURS, type ColourName, FONTS } from '../../ui/tokens.ts'

export type Mode = 'light' | 'dark'

const SHADOW: Record<Mode, string> = {
  light: '0 0 0 1px rgb(58 44 20 / 8%), 0 12px 36px rgb(58 44 20 / 14%), 0 2px 6px rgb(58 44 20 / 8%)',
  dark: '0 0 0 1px rgb(255 240 214 / 10%), 0 12px 36px rgb(0 0 0 / 45%), 0 2px 6px rgb(0 0 0 / 30%)',
}

/** The gold of text under the pointer: further from the paper, so that it is still read. */
const HOVER: Record<Mode, string> = { light: '#66450a', dark: '#f2d296' }

/** What the lengths below are meant for. */
const USUAL_REM = 16

/**
 * Ant Design dressed in the design's own tokens, so that this window and the panel are one thing.
 *
 * @param rem pixels of one rem: Ant Design counts in pixels, and is to grow with the reader's text size as all else
 */
export function workbenchTheme(mode: Mode, rem: number): ThemeConfig {
  const px = (length: number) => Math.round((length * rem) / USUAL_REM)
  const colour = (name: ColourName) => COLOURS[name][mode]
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONTS.text,
      fontFamilyCode: FONTS.code,
      fontSize: px(14),
      sizeUnit: px(4),
      borderRadius: 8,
      borderRadiusSM: 5,
      borderRadiusLG: 13,
      controlHeight: px(34),
      wireframe: false,

      // Gold as text, not gold as a shape: white on it has to be readable.
      colorPrimary: colour('goldInk'),
      colorPrimaryHover: HOVER[mode],
      colorPrimaryActive: colour('goldInk'),
      colorPrimaryBg: colour('goldWash'),
      colorPrimaryBgHover: colour('goldWash'),
      colorPrimaryBorder: colour('gold'),
      colorPrimaryText: colour('goldInk'),
      colorPrimaryTextHover: colour('ink'),
      colorLink: colour('goldInk'),
      colorLinkHover: colour('ink'),
      colorLinkActive: colour('goldInk'),
      colorInfo: colour('goldInk'),
      colorInfoBg: colour('leaf'),
      colorInfoBorder: colour('hairline'),
      colorWarning: colour('goldInk'),
      colorWarningBg: colour('goldWash'),
      colorWarningBorder: colour('goldWash'),
      colorError: colour('danger'),
      colorErrorText: colour('danger'),
      colorErrorBg: colour('dangerWash'),
      colorErrorBorder: colour('dangerWash'),
      colorSuccess: colour('goldInk'),
      colorSuccessBg: colour('goldWash'),
      colorSuccessBorder: colour('goldWash'),

      colorText: colour('ink'),
      colorTextHeading: colour('ink'),
      colorTextSecondary: colour('inkSoft'),
      colorTextTertiary: colour('inkFaint'),
      colorTextDescription: colour('inkFaint'),
      colorTextPlaceholder: colour('inkFaint'),
      colorTextLightSolid: colour('onGold'),
      colorIcon: colour('inkSoft'),
      colorIconHover: colour('ink'),

      colorBgBase: colour('paper'),
      colorBgLayout: colour('paper'),
      colorBgContainer: colour('paper'),
      // What lies over the page is told from it by its edge on paper, by its ground in the dark.
      colorBgElevated: mode === 'light' ? colour('paper') : colour('leaf'),
      colorBgSpotlight: colour('ink'),
      colorFillAlter: colour('leaf'),
      colorFillSecondary: colour('chosen'),
      colorFillTertiary: colour('leaf'),
      colorFillQuaternary: colour('leaf'),
      controlItemBgHover: colour('hover'),
      controlItemBgActive: colour('chosen'),
      controlItemBgActiveHover: colour('chosen'),
      colorBorder: colour('edge'),
      colorBorderSecondary: colour('hairline'),
      colorSplit: colour('hairline'),
      controlOutline: 'transparent',

      boxShadow: SHADOW[mode],
      boxShadowSecondary: SHADOW[mode],
    },
    components: {
      Button: {
        primaryColor: colour('onGold'),
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Form: { itemMarginBottom: px(22), labelColor: colour('inkSoft'), verticalLabelPadding: '0 0 4px' },
      Segmented: {
        trackBg: mode === 'light' ? colour('chosen') : colour('leaf'),
        itemSelectedBg: mode === 'light' ? colour('paper') : colour('chosen'),
        itemColor: colour('inkSoft'),
      },
      Select: {
        optionSelectedBg: colour('chosen'),
        optionActiveBg: colour('hover'),
        multipleItemBg: colour('chosen'),
      },
      // Heads as quiet as those of our own tables.
      Table: {
        headerBg: 'transparent',
        headerColor: colour('inkFaint'),
        headerSplitColor: 'transparent',
        fontWeightStrong: 400,
      },
      Tooltip: { colorTextLightSolid: colour('paper') },
      Tag: { defaultBg: colour('leaf'), defaultColor: colour('inkSoft') },
    },
  }
}
