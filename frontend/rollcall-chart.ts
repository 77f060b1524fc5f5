/**
 * `<rollcall-chart>`: a few series over the same places, drawn by ApexCharts. The library comes when
 * the first chart is on a page, and this is the only file that knows it.
 */
import { LitElement } from 'lit';
import type ApexCharts from 'apexcharts';
import type { ApexOptions } from 'apexcharts';

interface Series {
  name: string;
  form: 'line' | 'dashes' | 'steps' | 'column';
  tone: 'main' | 'second' | 'quiet';
  values: (number | null)[];
}

interface Shown {
  labels: string[];
  ticks: string[];
  series: Series[];
}

const HEIGHT = 240;

const TONES = {
  main: 'var(--rollcall-in)',
  second: 'var(--rollcall-out)',
  quiet: 'var(--rollcall-unscheduled)',
};

class RollcallChart extends LitElement {
  static properties = { value: { attribute: false } };

  declare value: Shown | undefined;

  private chart?: ApexCharts;
  private drawing: Promise<void> = Promise.resolve();

  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly again = () => this.requestUpdate();

  /** The library writes its styles into the page, so it draws into the page, too. */
  protected createRenderRoot(): HTMLElement {
    return this;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.style.display = 'block';
    this.style.minHeight = `${HEIGHT}px`;
    this.dark.addEventListener('change', this.again);
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dark.removeEventListener('change', this.again);
    this.chart?.destroy();
    this.chart = undefined;
  }

  protected updated(): void {
    this.drawing = this.drawing.then(() => this.draw());
  }

  private async draw(): Promise<void> {
    const { value } = this;
    if (!value || !this.isConnected) {
      return;
    }
    const { default: Library } = await import('apexcharts');
    if (!this.isConnected) {
      return;
    }
    const options = this.options(value);
    if (this.chart) {
      await this.chart.updateOptions(options, true, false);
    } else {
      const place = document.createElement('div');
      this.replaceChildren(place);
      this.chart = new Library(place, options);
      await this.chart.render();
    }
  }

  private options({ labels, ticks, series }: Shown): ApexOptions {
    const ink = this.colour('var(--vaadin-text-color-secondary)');
    const lines = this.colour('var(--rollcall-line)');
    const language = document.documentElement.lang || undefined;
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    return {
      chart: {
        type: 'line',
        height: HEIGHT,
        background: 'transparent',
        fontFamily: 'inherit',
        foreColor: ink,
        animations: { enabled: false },
        toolbar: { show: false },
        zoom: { enabled: false },
        selection: { enabled: false },
      },
      theme: { mode: this.isDark() ? 'dark' : 'light' },
      series: series.map(({ name, form, values }) => ({
        name,
        type: form === 'column' ? 'column' : 'line',
        data: values,
      })),
      colors: series.map(({ tone }) => this.colour(TONES[tone])),
      fill: {
        opacity: series.map(({ form }) => (form === 'column' ? 0.5 : 1)),
        type: 'solid',
      },
      stroke: {
        width: series.map(({ form }) => (form === 'column' ? 0 : 2)),
        dashArray: series.map(({ form }) => (form === 'dashes' ? 5 : 0)),
        curve: series.map(({ form }) => (form === 'steps' ? 'stepline' : 'straight')),
      },
      markers: { size: 0 },
      dataLabels: { enabled: false },
      plotOptions: { bar: { columnWidth: '92%' } },
      grid: { borderColor: lines, padding: { left: 8, right: 8 } },
      legend: {
        show: series.length > 1,
        position: 'top',
        horizontalAlign: 'left',
        itemMargin: { horizontal: 10 },
        markers: { offsetX: -4 },
        onItemClick: { toggleDataSeries: false },
      },
      states: { hover: { filter: { type: 'none' } }, active: { filter: { type: 'none' } } },
      xaxis: {
        type: 'category',
        categories: labels.map((_, place) => `${place}`),
        tickPlacement: 'on',
        axisTicks: { show: false },
        axisBorder: { color: lines },
        tooltip: { enabled: false },
        labels: {
          rotate: 0,
          hideOverlappingLabels: false,
          trim: false,
          formatter: (place: string) => ticks[Number(place)] ?? '',
        },
      },
      yaxis: {
        min: 0,
        forceNiceScale: true,
        labels: { formatter: (height: number) => whole.format(height) },
      },
      tooltip: {
        shared: true,
        intersect: false,
        x: {
          formatter: (_: number, context?: { dataPointIndex?: number }) =>
            labels[context?.dataPointIndex ?? 0] ?? '',
        },
        y: {
          formatter: (height: number | null | undefined) =>
            height === null || height === undefined ? '–' : number.format(height),
        },
      },
    };
  }

  private isDark(): boolean {
    const [red, green, blue] = this.pixel('var(--rollcall-surface)');
    return red + green + blue < 384;
  }

  /** As the library understands it: it cannot read `light-dark()` or `oklch()`. */
  private colour(name: string): string {
    const [red, green, blue, opacity] = this.pixel(name);
    return opacity === 255
      ? `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
      : `rgba(${red}, ${green}, ${blue}, ${(opacity / 255).toFixed(2)})`;
  }

  private pixel(name: string): Uint8ClampedArray {
    const probe = document.createElement('span');
    probe.style.color = name;
    this.append(probe);
    const computed = getComputedStyle(probe).color;
    probe.remove();
    const canvas = document.createElement('canvas');
    canvas.width = 1;
    canvas.height = 1;
    const context = canvas.getContext('2d')!;
    context.fillStyle = computed;
    context.fillRect(0, 0, 1, 1);
    return context.getImageData(0, 0, 1, 1).data;
  }
}

customElements.define('rollcall-chart', RollcallChart);
