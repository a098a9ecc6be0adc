import { gridsOfWorkbook } from '../../files/workbook-grids';

// Opens one workbook away from the page, which would stand still meanwhile, and answers on the port that comes with its bytes.
addEventListener('message', (event) => {
  const { data, ports } = event as MessageEvent<Uint8Array<ArrayBuffer>>;
  void gridsOfWorkbook(data).then((grids) => ports[0]?.postMessage(grids));
});
