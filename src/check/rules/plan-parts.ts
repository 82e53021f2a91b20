import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { nearest } from '../../model/nearest.ts';
import { type Position, point, wholeFile } from '../../model/problem.ts';
import { type PlanComponent, isPlanComponent, planComponents } from '../../markdown/plan-components.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** Parts that every plan has, and the component that shows each. */
const parts: readonly (readonly [part: string, component: PlanComponent])[] = [
  ['目标', 'Kpis'],
  ['措施', 'Tasks'],
  ['步骤', 'Schedule'],
  ['检查', 'Reviews'],
];

export const partsPresent: Rule = ({ prose }) => {
  if (prose === undefined) return [];
  // A part whose component is misspelt or misplaced is there, and its mistake has a problem of its own.
  const present = new Set(
    componentsIn(prose).map(({ name }) => (isPlanComponent(name) ? name : nearest(name, planComponents))),
  );
  return parts.flatMap(([part, component]): Finding[] =>
    present.has(component)
      ? []
      : [
          {
            code: 'part-missing',
            position: startOfProse(prose),
            what: `正文里没有“${part}”这一部分：缺 <${component} />`,
            fix: `在讲“${part}”的标题下另起一行写 <${component} />，前后各空一行。`,
          },
        ],
  );
};

/** Where the prose begins; the whole file, when it holds none. */
function startOfProse({ children }: Root): Position {
  const start = children[0]?.position?.start;
  return start === undefined ? wholeFile : point(start.line, start.column);
}

export const componentsKnown: Rule = ({ prose }) => {
  if (prose === undefined) return [];
  return componentsIn(prose).flatMap(({ name, position, inline }): Finding[] => {
    if (!isPlanComponent(name)) {
      const meant = nearest(name, planComponents);
      const fix = meant === undefined ? `可用的组件：${planComponents.join('、')}。` : `是否要写 <${meant} />？`;
      return [{ code: 'component-unknown', position, what: `未知的组件 <${name} />`, fix }];
    }
    if (!inline) return [];
    const fix = `让 <${name} /> 单独成行，前后各空一行。`;
    return [{ code: 'component-inline', position, what: `<${name} /> 写在了文字中间`, fix }];
  });
};

interface PlacedComponent {
  readonly name: string;
  readonly position: Position;
  readonly inline: boolean;
}

function componentsIn(prose: Root): PlacedComponent[] {
  const placed: PlacedComponent[] = [];
  visit(prose, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const { name, position, type } = node;
    // Lower-case names are HTML elements.
    if (name === null || /^[a-z]/.test(name)) return;
    placed.push({
      name,
      position: point(position?.start.line ?? 1, position?.start.column ?? 1),
      inline: type === 'mdxJsxTextElement',
    });
  });
  return placed;
}
