/** Version of the method, stored with each estimate: the white paper's number, then that of the shared form. */
export const otmVersion = '1.0+shared.2';
