/** How the files of a set lie and are read: IDX, CIFAR-10's batches and archive, Keras's archive, folders of pictures. */
package org.whorl.data.format;
